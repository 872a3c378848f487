import type { ParseArgsOptionsConfig } from 'node:util';
import type { Lang } from '@entente/text';

/** One command of the command line. It prints through `out`, and ends early by throwing Stop. */
export interface CliCommand {
  readonly usage: string;
  readonly about: (lang: Lang) => string;
  readonly options: ParseArgsOptionsConfig;
  run(args: Arguments): Promise<void>;
}

export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly lang: Lang;
  readonly json: boolean;
  /** A line for people; nothing under `--json`. */
  say(line: string): void;
  /** The machine's answer; nothing without `--json`. */
  give(value: unknown): void;
}

/** A string option, or undefined. */
export const option = (args: Arguments, name: string): string | undefined => {
  const value = args.values[name];
  return typeof value === 'string' ? value : undefined;
};
