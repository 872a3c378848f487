/** The bench as a form: field names `items.3.text` and so on; what was typed comes back as the same bench, corrected. */
import type { Problem, Result } from '@entente/kernel';
import { readDate, type LanguageTag } from '@entente/text';
import type { Form, Upload } from '@entente/web';
import type { Bench, BenchItem } from './workbench.ts';

/** The bench with what was typed. Dates are read in the reader's convention; one that is not understood stays as typed and is named. */
export function readBench(form: Form, bench: Bench, lang: LanguageTag): { readonly bench: Bench; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const day = (name: string): string => {
    const typed = form.text(name).trim();
    if (typed === '') return '';
    const reading = readDate(typed, lang);
    if (reading.ok) return reading.value;
    problems.push({ id: 'accords.import-date', path: [name] });
    return typed;
  };
  const [from, to] = [day('period.from'), day('period.to')];
  if ((from === '') !== (to === '')) problems.push({ id: 'accords.import-period', path: ['period'] });
  if (from !== '' && to !== '' && to < from.slice(0, to.length)) problems.push({ id: 'accords.import-period-order', path: ['period'] });
  return {
    problems,
    bench: {
      ...bench, title: form.text('title').trim(), type: form.text('type'), level: form.text('level'), basis: form.text('basis') === 'summary' ? 'summary' : 'signed-wording',
      signedOn: day('signedOn'), place: form.text('place').trim(), meeting: form.text('meeting'), period: from === '' && to === '' ? null : { from, to },
      items: bench.items.map((item, at) => readItem(form, item, at)),
    },
  };
}

function readItem(form: Form, item: BenchItem, at: number): BenchItem {
  if (!form.has(`items.${at}.text`)) return item;
  const { parent: _, ...rest } = item;
  const parent = form.text(`items.${at}.parent`).trim();
  return {
    ...rest, number: form.text(`items.${at}.number`).trim(), text: form.text(`items.${at}.text`), type: form.text(`items.${at}.type`) || item.type,
    themes: form.all(`items.${at}.themes`), offices: form.all(`items.${at}.offices`), ...(parent === '' ? {} : { parent }),
  };
}

/** Buttons of the bench: `split.3`, `merge.3`, `drop.3`, `add`, `save`, `discard`, `propose`. */
export interface Press { readonly what: 'split' | 'merge' | 'drop' | 'add' | 'save' | 'discard' | 'propose'; readonly at: number }

export function readPress(form: Form): Press {
  const [what = 'save', at = '0'] = form.text('do').split('.');
  return ['split', 'merge', 'drop', 'add', 'save', 'discard', 'propose'].includes(what) ? { what: what as Press['what'], at: Number(at) || 0 } : { what: 'save', at: 0 };
}

/** A text from the paste box or the upload; the upload goes first. */
export async function readSource(form: Form, read: (upload: Upload) => Promise<Result<{ readonly text: string }>>): Promise<Result<{ readonly text: string; readonly name: string }>> {
  const upload = form.upload('file');
  if (upload) {
    const reading = await read(upload);
    return reading.ok ? { ok: true, value: { text: reading.value.text, name: upload.name } } : { ok: false, problems: reading.problems.map((each) => ({ ...each, path: ['file', ...each.path] })) };
  }
  const text = form.text('text');
  return text.trim() === '' ? { ok: false, problems: [{ id: 'accords.import-nothing', path: ['text'] }] } : { ok: true, value: { text, name: '' } };
}
