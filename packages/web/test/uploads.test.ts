/** Files that are not what they say are told at their field; what is taken has a plain name and the type of its bytes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgedUpload } from '../src/forms/uploads.ts';

const BYTES = {
  pdf: '%PDF-1.7\n', png: '\u0089PNG\r\n\u001a\n', jpg: '\u00ff\u00d8\u00ff\u00e0..JFIF', zip: 'PK\u0003\u0004', ole: '\u00d0\u00cf\u0011\u00e0', exe: 'MZ\u0090\u0000', elf: '\u007fELF', html: '<html><script>alert(1)</script></html>', rtf: '{\\rtf1', text: 'Biên bản',
} as const;
const judge = async (name: string, content: string, type = 'application/octet-stream') => {
  const bytes = Uint8Array.from(Buffer.from(content, 'latin1'));
  // In pieces, as they come from the disk.
  const judged = await judgedUpload({ name, type, size: bytes.length, sha256: '', bytes: async () => bytes, async *pieces() { if (bytes.length > 0) yield bytes; } }, ['evidence']);
  return judged.ok ? `${judged.upload.name} ${judged.upload.type}` : `${judged.problem.id} ${judged.problem.path.join('.')} ${JSON.stringify(judged.problem.params)}`;
};

test.each([
  ['minutes.pdf', BYTES.pdf, 'minutes.pdf application/pdf'],
  ['Ảnh bàn giao.JPG', BYTES.jpg, 'Ảnh bàn giao.JPG image/jpeg'],
  ['list.xlsx', BYTES.zip, 'list.xlsx application/vnd.ms-excel'],
  ['old.doc', BYTES.ole, 'old.doc application/vnd.ms-excel'],
  ['letter.doc', BYTES.rtf, 'letter.doc application/vnd.ms-excel'],
  ['notes.txt', BYTES.text, 'notes.txt application/vnd.ms-excel'],
  ['no extension', BYTES.png, 'no extension image/png'],
  ['drawing.dwg', 'AC1032', 'drawing.dwg application/vnd.ms-excel'],
  ['dots. . ', BYTES.pdf, 'dots application/pdf'],
])('%s is taken for what it is', async (name, content, expected) => {
  expect(await judge(name, content, 'application/vnd.ms-excel')).toBe(expected);
});

test.each([
  ['photo.jpg', BYTES.html, 'upload.not-that evidence {"name":"photo.jpg","says":"JPG"}'],
  ['minutes.pdf', BYTES.png, 'upload.other-content evidence {"name":"minutes.pdf","says":"PDF","holds":"PNG"}'],
  ['report.docx', BYTES.ole, 'upload.other-content evidence {"name":"report.docx","says":"DOCX","holds":"Office 97-2003"}'],
  ['list.csv', BYTES.zip + '\u0000', 'upload.other-content evidence {"name":"list.csv","says":"CSV","holds":"Office, ZIP"}'],
  ['empty.png', '', 'upload.not-that evidence {"name":"empty.png","says":"PNG"}'],
  ['photo.png', BYTES.exe, 'upload.program evidence {"name":"photo.png"}'],
  ['photo.jpg.exe', BYTES.jpg, 'upload.program evidence {"name":"photo.jpg.exe"}'],
  ['eicar.com', 'X5O!P%@AP', 'upload.program evidence {"name":"eicar.com"}'],
  ['tool', BYTES.elf, 'upload.program evidence {"name":"tool"}'],
  ['CON.txt', BYTES.text, 'upload.name evidence {"name":"CON.txt"}'],
  ['aux', BYTES.text, 'upload.name evidence {"name":"aux"}'],
  // Reads as "photoexe.png" on the screen.
  ['photo\u202egnp.exe', BYTES.png, 'upload.program evidence {"name":"photognp.exe"}'],
])('%s is told apart', async (name, content, expected) => {
  expect(await judge(name, content)).toBe(expected);
});

test('a type that a browser claims and the bytes do not have is not believed', async () => {
  expect(await judge('picture', BYTES.html, 'image/png')).toBe('picture application/octet-stream');
});

test('whatever it is called and holds, a file is taken or told', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), async (name, content) => {
    expect(await judge(name, content)).toMatch(/^[\s\S]+ (application|image)\/|^upload\.[a-z-]+ evidence /u);
  }), { numRuns: 300 });
});
