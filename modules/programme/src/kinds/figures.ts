/** What holds of figures, in one report or in a settlement. */
import type { Beside } from '@entente/kernel';
import { addDecimals, compareDecimals } from '@entente/text';
import type { Indicator } from './indicator.ts';

export interface Figure { readonly value: string; readonly women?: string | undefined; readonly men?: string | undefined }

export interface Broken { readonly id: string; readonly path: readonly (string | number)[]; readonly params?: Readonly<Record<string, string | number>> }

/**
 * What can be seen in the figure alone: women and men come together, neither is negative or a fraction, and they make
 * up the value. Problems' paths start at `path`.
 */
export function figureProblems(figure: Figure, path: readonly (string | number)[] = []): Broken[] {
  const { value, women, men } = figure;
  if (women === undefined && men === undefined) return [];
  if (women === undefined || men === undefined) {
    return [{ id: 'programme-rules.sex-incomplete', path: [...path, women === undefined ? 'women' : 'men'] }];
  }
  const odd = Object.entries({ value, women, men }).filter(([, number]) => !isWholeAndPositive(number));
  if (odd.length > 0) return odd.map(([name]) => ({ id: 'programme-rules.people-whole', path: [...path, name] }));
  if (compareDecimals(addDecimals(women, men), value) === 0) return [];
  return [{ id: 'programme-rules.sex-sum', path: [...path, 'value'], params: { women, men, value } }];
}

/**
 * What needs the indicator: only people are counted by sex, people are whole, money and things are not negative, a
 * percentage is at most a hundred. A content alone does not hold the indicator.
 */
export function measureProblems(figure: Figure, indicator: Pick<Indicator, 'measure'>, path: readonly (string | number)[] = []): Broken[] {
  const bySex = figure.women !== undefined || figure.men !== undefined;
  const problems: Broken[] = [];
  if (bySex && indicator.measure !== 'people') problems.push({ id: 'programme-rules.sex-of-things', path: [...path, figure.women === undefined ? 'men' : 'women'] });
  if (indicator.measure === 'people' && !bySex && !isWholeAndPositive(figure.value)) problems.push({ id: 'programme-rules.people-whole', path: [...path, 'value'] });
  if (indicator.measure !== 'people' && figure.value.startsWith('-')) problems.push({ id: 'programme-rules.negative', path: [...path, 'value'] });
  if (indicator.measure === 'percent' && compareDecimals(figure.value, '100') > 0) problems.push({ id: 'programme-rules.over-hundred', path: [...path, 'value'] });
  return problems;
}

/** The same of a figure whose indicator is linked; nothing is said where it is no indicator (another rule says so). */
export const againstMeasure = (figure: Figure, indicator: ReturnType<Beside['linked']>, path: readonly (string | number)[] = []): Broken[] =>
  (indicator?.kind === 'indicator' ? measureProblems(figure, indicator.content as Pick<Indicator, 'measure'>, path) : []);

const isWholeAndPositive = (number: string): boolean => /^[0-9]+$/u.test(number);
