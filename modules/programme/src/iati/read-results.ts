/** Results of an IATI activity: indicators with figures as indicators, those without as outputs, and what of them was reached. */
import { dayIn, decimalIn, elementsIn, localizedIn } from './tree.ts';
import type { Element } from './xml.ts';

export interface FoundResults {
  readonly outputs: readonly object[];
  readonly indicators: readonly object[];
  /** What is said to be there: `outputs` and `indicators` of progress. */
  readonly reached: { readonly outputs: readonly object[]; readonly indicators: readonly object[] };
  readonly left: readonly string[];
}

const QUALITATIVE = '5';

/** A result without an indicator is an output too. */
export function resultsIn(one: Element, usual: string): FoundResults {
  const [outputs, indicators, left]: [object[], object[], string[]] = [[], [], []];
  const reached: { outputs: object[]; indicators: object[] } = { outputs: [], indicators: [] };
  for (const result of elementsIn(one, 'result')) {
    const measured = elementsIn(result, 'indicator');
    for (const indicator of measured.length > 0 ? measured : [undefined]) {
      const name = localizedIn(elementsIn(indicator, 'title')[0], usual) ?? localizedIn(elementsIn(result, 'title')[0], usual);
      if (name === undefined) { left.push('result'); continue; }
      const periods = elementsIn(indicator, 'period');
      const actual = periods.flatMap((period) => elementsIn(period, 'actual')).at(-1);
      if (indicator === undefined || indicator.attributes['measure'] === QUALITATIVE) {
        const number = `O${outputs.length + 1}`;
        outputs.push({ number, what: name });
        const what = localizedIn(elementsIn(actual, 'comment')[0], usual);
        if (what) reached.outputs.push({ number, what });
        continue;
      }
      const number = `I${indicators.length + 1}`;
      indicators.push({ number, name, ...figure('baseline', elementsIn(indicator, 'baseline')), ...figure('target', periods.flatMap((period) => elementsIn(period, 'target'))) });
      const value = decimalIn(actual?.attributes['value']);
      if (value !== undefined) reached.indicators.push({ number, value });
      // Ours has one time, that of its activity.
      if (new Set(periods.map((period) => dayIn(elementsIn(period, 'period-start')[0]))).size > 1) left.push('result/indicator/period');
    }
  }
  return { outputs, indicators, reached, left };
}

/** The last figure of these, where it is a number. */
function figure(name: string, elements: readonly Element[]): Readonly<Record<string, string>> {
  const value = decimalIn(elements.at(-1)?.attributes['value']);
  return value === undefined ? {} : { [name]: value };
}
