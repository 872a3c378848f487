/** What an uploaded file says it is, against what it holds: told at its field before anything keeps it. */
import type { Problem } from '@entente/kernel';
import type { Upload } from './form.ts';

interface Format {
  /** As readers call it. */
  readonly name: string;
  readonly extensions: readonly string[];
  readonly begins: (head: Uint8Array) => boolean;
  /** Where the bytes settle it, whatever the browser claimed. */
  readonly type?: string;
}

const at = (place: number, ...bytes: readonly (number | null)[]) => (head: Uint8Array): boolean => bytes.every((byte, n) => byte === null || head[place + n] === byte);
const text = (said: string): readonly number[] => Array.from(said, (char) => char.charCodeAt(0));
const isText = (head: Uint8Array): boolean => !head.includes(0) || at(0, 0xff, 0xfe)(head) || at(0, 0xfe, 0xff)(head);
const within = (said: string) => (head: Uint8Array): boolean => new TextDecoder('latin1').decode(head).includes(said);

/** By the signatures their makers publish; those of office programs share a container each. */
const FORMATS: readonly Format[] = [
  { name: 'PDF', extensions: ['pdf'], begins: within('%PDF-'), type: 'application/pdf' },
  { name: 'PNG', extensions: ['png'], begins: at(0, 0x89, ...text('PNG')), type: 'image/png' },
  { name: 'JPEG', extensions: ['jpg', 'jpeg'], begins: at(0, 0xff, 0xd8, 0xff), type: 'image/jpeg' },
  { name: 'GIF', extensions: ['gif'], begins: at(0, ...text('GIF8')), type: 'image/gif' },
  { name: 'WebP', extensions: ['webp'], begins: (head) => at(0, ...text('RIFF'))(head) && at(8, ...text('WEBP'))(head), type: 'image/webp' },
  { name: 'TIFF', extensions: ['tif', 'tiff'], begins: (head) => at(0, 0x49, 0x49, 0x2a, 0)(head) || at(0, 0x4d, 0x4d, 0, 0x2a)(head) },
  { name: 'BMP', extensions: ['bmp'], begins: at(0, ...text('BM')) },
  { name: 'HEIC, AVIF, MP4', extensions: ['heic', 'heif', 'avif', 'mp4', 'mov', 'm4v', 'm4a', '3gp'], begins: at(4, ...text('ftyp')) },
  { name: 'Office, ZIP', extensions: ['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'zip'], begins: (head) => at(0, 0x50, 0x4b, 3, 4)(head) || at(0, 0x50, 0x4b, 5, 6)(head) },
  { name: 'Office 97-2003', extensions: ['doc', 'xls', 'ppt'], begins: at(0, 0xd0, 0xcf, 0x11, 0xe0) },
  { name: 'RTF', extensions: ['rtf', 'doc'], begins: at(0, ...text('{\\rtf')) },
  { name: 'RAR', extensions: ['rar'], begins: at(0, ...text('Rar!')) },
  { name: '7z', extensions: ['7z'], begins: at(0, 0x37, 0x7a, 0xbc, 0xaf) },
  { name: 'TXT', extensions: ['txt', 'csv', 'md', 'json', 'xml'], begins: isText },
];
const SETTLED: ReadonlySet<string> = new Set(FORMATS.flatMap(({ type }) => type ?? []));

/** Of bytes that say nothing of themselves. */
export const UNKNOWN = 'application/octet-stream';

/** Run by a double press, on some system or other. */
const PROGRAMS: ReadonlySet<string> = new Set(['exe', 'com', 'scr', 'pif', 'bat', 'cmd', 'msi', 'dll', 'cpl', 'hta', 'js', 'jse', 'vbs', 'vbe', 'wsf', 'wsh', 'ps1', 'lnk', 'reg', 'jar', 'apk', 'app', 'dmg', 'sh']);
const runs = (head: Uint8Array): boolean => at(0, 0x4d, 0x5a, null, 0)(head) || at(0, 0x7f, ...text('ELF'))(head) || at(0, ...text('#!/'))(head);

/** Names of devices: Windows opens no file called so, with whatever extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu;
/** Marks that turn the direction of what follows: `gnp.exe` is read as a picture behind one. */
const TURNING = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/gu;

/** Bytes that are looked at. */
const HEAD = 1_024;

async function headOf(upload: Pick<Upload, 'pieces'>): Promise<Uint8Array> {
  for await (const piece of upload.pieces()) return piece.subarray(0, HEAD);
  return new Uint8Array();
}

/** The type of a file that came from another node, which says nothing of it here: its bytes' own, as an uploaded one has. */
export async function typeOfHeld(file: Pick<Upload, 'pieces'>, name: string): Promise<string> {
  const head = await headOf(file);
  const held = FORMATS.find(({ begins }) => begins(head));
  if (held?.begins === isText) return extensionOf(name) === 'csv' ? 'text/csv' : 'text/plain';
  return held?.type ?? UNKNOWN;
}

const extensionOf = (name: string): string => /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';

export type Judged = { readonly ok: true; readonly upload: Upload } | { readonly ok: false; readonly problem: Problem };

/** The file under a plain name and the type that its bytes have; or why it is not taken, for people to mend. */
export async function judgedUpload(upload: Upload, path: Problem['path']): Promise<Judged> {
  const name = upload.name.replaceAll(TURNING, '').replace(/[. ]+$/u, '') || '-';
  const extension = extensionOf(name);
  const no = (id: string, params: Problem['params'] = {}): Judged => ({ ok: false, problem: { id: `upload.${id}`, path, params: { name, ...params } } });
  const head = await headOf(upload);
  if (PROGRAMS.has(extension) || runs(head)) return no('program');
  if (DEVICE.test(name)) return no('name');
  const said = FORMATS.filter(({ extensions }) => extensions.includes(extension));
  const held = FORMATS.find(({ begins }) => begins(head));
  if (said.length > 0 && !said.some(({ begins }) => begins(head))) return held && !held.extensions.includes('txt') ? no('other-content', { says: extension.toUpperCase(), holds: held.name }) : no('not-that', { says: extension.toUpperCase() });
  const type = held?.type ?? (SETTLED.has(upload.type.toLowerCase()) ? UNKNOWN : upload.type);
  return { ok: true, upload: { ...upload, name, type } };
}
