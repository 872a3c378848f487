import type { Reading } from '../index.ts';

const bare = (text: string) => text.replace(/[\s\p{Cf}\p{Cc}\u00AD]/gu, '');

/** What breaks the laws of places that hold for any reading of any text; nothing, when all is well. */
export function faultsIn(text: string, reading: Reading): string[] {
  return [...faultsOfFound(text, reading), ...faultsOfItems(text, reading), ...faultsOfPassages(text, reading)];
}

function faultsOfFound(text: string, { found, items }: Reading): string[] {
  const all = [...found, ...items.flatMap((item) => item.found)];
  const inside = items.flatMap((item) => item.found.filter(({ span }) => span.start < item.span.start || span.end > item.span.end));
  return [
    ...all.filter(({ span, text: words }) => text.slice(span.start, span.end) !== words).map((one) => `found elsewhere: ${one.type} ${one.text}`),
    ...inside.map((one) => `found outside its item: ${one.text}`),
  ];
}

function faultsOfItems(text: string, { items }: Reading): string[] {
  const numbers = new Set(items.map(({ list, number }) => `${list} ${number}`));
  const faults = numbers.size === items.length ? [] : ['two items of one number'];
  for (const item of items) {
    const { start, end } = item.span;
    if (start > end || end > text.length) faults.push(`span of ${item.number}`);
    if (item.marker && text.slice(item.marker.span.start, item.marker.span.end) !== item.marker.text) faults.push(`marker of ${item.number}`);
    if (item.parent !== undefined && !numbers.has(`${item.list} ${item.parent}`)) faults.push(`parent of ${item.number}`);
    const whole = bare(text.slice(start, end));
    for (const words of item.text.split(/\s+/)) if (!whole.includes(bare(words))) faults.push(`words of ${item.number}: ${words}`);
  }
  return faults;
}

/** Every word is in one passage, in order. */
function faultsOfPassages(text: string, { passages, items }: Reading): string[] {
  const faults: string[] = [];
  let last = 0;
  for (const { span, item } of passages) {
    if (bare(text.slice(last, span.start)) !== '' || span.start < last) faults.push(`words in no passage at ${last}`);
    if (item !== undefined && !items[item]) faults.push(`passage of no item ${item}`);
    last = span.end;
  }
  return bare(text.slice(last)) === '' ? faults : [...faults, `words in no passage at ${last}`];
}
