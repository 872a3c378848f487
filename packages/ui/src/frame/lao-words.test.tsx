import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { keepLaoWords } from './lao-words.ts';

describe('Lao words on a page', () => {
  it('stay on one line where they are read, the longest first', () => {
    expect(keepLaoWords('<h1 lang="lo">ແຮງງານ, ສະຫວັດດີການສັງຄົມ</h1>')).toBe('<h1 lang="lo"><bdi><bdi class="whole">ແຮງງານ</bdi>, <bdi class="whole">ສະຫວັດດີການ</bdi><wbr>ສັງຄົມ</bdi></h1>');
    expect(keepLaoWords('<p>ອາຊີວະສຶກສາ</p>')).toBe('<p><bdi><bdi class="whole">ອາຊີວະສຶກສາ</bdi></bdi></p>');
  });

  it('may begin and end a line between Lao letters, and beside no sign', () => {
    expect(keepLaoWords('<p>ກະຊວງແຮງງານແລະ</p>')).toBe('<p><bdi>ກະຊວງ<wbr><bdi class="whole">ແຮງງານ</bdi><wbr>ແລະ</bdi></p>');
    expect(keepLaoWords('<p>(ແຮງງານ), ແຮງງານໆ</p>')).toBe('<p><bdi>(<bdi class="whole">ແຮງງານ</bdi>), <bdi class="whole">ແຮງງານ</bdi>ໆ</bdi></p>');
  });

  it('are not found at the beginning of another word', () => {
    expect(keepLaoWords('<p>ຄັ້ງທີ່</p>')).toBe('<p>ຄັ້ງທີ່</p>');
  });

  it('are left alone in attributes, in what a form holds, in titles and in drawings', () => {
    const page = renderToString(
      <form aria-label="ແຮງງານ" title="a > ແຮງງານ" data-x="<ແຮງງານ">
        <title>ແຮງງານ</title><input value={'"ແຮງງານ'} /><textarea>ແຮງງານ</textarea><select><option>ແຮງງານ</option></select><svg><text>ແຮງງານ</text></svg>
      </form>,
    );
    expect(keepLaoWords(page)).toBe(page);
  });

  it('leave a page without them as it is', () => {
    const page = '<p>Tiếng Việt <a lang="lo">ລາວ</a></p>';
    expect(keepLaoWords(page)).toBe(page);
  });
});
