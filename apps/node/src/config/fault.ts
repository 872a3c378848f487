/** A configuration that cannot be used: every fault with its place, in the language of whoever reads it. */
import './words.ts';
import { describeProblem, shellLang, type Lang } from '@entente/text';

/** One thing to mend. `path` is its place in the file; `line` where it stands there, from 1. */
export interface ConfigProblem {
  readonly id: `config.${string}`;
  readonly path: readonly (string | number)[];
  readonly params: Readonly<Record<string, string | number>>;
  /** The file it stands in, where that is another than the one that was to be read. */
  readonly file?: string;
  readonly line?: number;
}

/** A fault of the whole, or of a place. */
export const configProblem = (id: string, params: ConfigProblem['params'] = {}, path: ConfigProblem['path'] = []): ConfigProblem => ({ id: `config.${id}`, path, params });

export class ConfigurationFault extends Error {
  readonly file: string;
  readonly faults: readonly ConfigProblem[];

  constructor(file: string, faults: readonly ConfigProblem[]) {
    super(said(file, faults, shellLang(process.env)));
    [this.file, this.faults] = [file, faults];
  }

  /** All of it, a line for each fault. */
  said(lang: Lang): string {
    return said(this.file, this.faults, lang);
  }
}

function said(file: string, faults: readonly ConfigProblem[], lang: Lang): string {
  const words = (id: string, params: ConfigProblem['params']) => describeProblem({ id, path: '', params }, lang);
  const line = (fault: ConfigProblem): string => {
    const place = [fault.file, fault.path.join('.'), fault.line === undefined ? undefined : words('config.line', { line: String(fault.line) })].filter((part) => part !== undefined && part !== '').join(', ');
    const { kind } = fault.params;
    return `  - ${place === '' ? '' : `${place}: `}${words(fault.id, { ...fault.params, ...(kind === undefined ? {} : { kind: words(`config.kind-${kind}`, {}) }) })}`;
  };
  return [words('config.unusable', { file }), ...faults.map(line)].join('\n');
}
