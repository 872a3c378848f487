/** Every word a reader can meet: loaded whole, in three languages, held against the glossary. */
import { describe, expect, test } from 'vitest';
import { kinds } from '@entente/node';
import { avoidedWords, catalogues, messageFaults, unmatchedTerms, type Drift, type Lang, type Message } from '@entente/text';
import { commands } from '../src/commands/index.ts';
import { optionMeaning } from '../src/option-words.ts';

/** Terms whose own word every language must use wherever the English has it; of others a sentence may be turned. */
const STRICT = new Set(['indicator', 'theme', 'commitment', 'translation', 'decline', 'currency']);

const isMessage = (value: object): value is Message => 'vi' in value && 'lo' in value && 'en' in value;

/** Names that another language has in a word of its own. */
const NAMES = new Set(['a-z', 'api', 'oda', 'schema', 'stdin']);

/** A list of the codes vi, lo and en has the shape of a message and is none. */
const isWording = (lo: Message[Lang]): boolean => typeof lo === 'string' || 'machine' in lo || 'other' in lo;
/** Words in Latin letters of every wording, without placeholders. */
const latinWords = (wording: Message[Lang]): string[] => {
  const texts: string[] = [];
  JSON.stringify(wording, (_, value: unknown) => { if (typeof value === 'string') texts.push(value); return value; });
  return texts.flatMap((text) => text.replaceAll(/\{\w+\}/gu, ' ').toLowerCase().match(/\p{Script=Latin}[\p{Script=Latin}\d_-]*/gu) ?? []);
};

/** Labels, helps, codes and moves of a kind, each by where it stands. */
function* labelsOf(at: string, value: unknown, seen: Set<object>): Generator<readonly [string, Message]> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (isMessage(value)) yield [at, value];
  else for (const [name, inner] of Object.entries(value)) if (name !== 'schema' && name !== 'shape') yield* labelsOf(`${at}.${name}`, inner, seen);
}

const labels = kinds.flatMap((kind) => [...labelsOf(kind.name, kind, new Set())]);
const said = ({ message, lang, found, use }: Drift): string => `${message} (${lang}): ${found ?? 'another word'}, where the glossary says ${use}`;

describe('the words of the whole', () => {
  test('are all here: catalogues of packages, modules, node and command line, and the labels of kinds', () => {
    const names = catalogues().map(({ namespace }) => namespace);
    expect(names).toEqual(expect.arrayContaining(['accords', 'cli', 'jobs', 'programme', 'ui', 'web', 'web-peers']));
    expect(labels.length).toBeGreaterThan(200);
  });

  test('are whole: none missing, empty, of other placeholders or with stray space', () => {
    expect(messageFaults()).toEqual([]);
  });

  test('say what every option of every command means', () => {
    const silent = Object.entries(commands).flatMap(([name, { options }]) => [...Object.keys(options), 'json', 'lang'].filter((option) => optionMeaning(name, option, 'en') === null).map((option) => `${name} --${option}`));
    expect(silent).toEqual([]);
  });

  test('in Lao are Lao: a word in Latin letters is a name that Vietnamese and English have too', () => {
    const messages = [...catalogues().flatMap(({ namespace, entries }) => Object.entries(entries).map(([key, one]) => [`${namespace}.${key}`, one] as const)), ...labels.filter(([, { lo }]) => isWording(lo))];
    const foreign = messages.flatMap(([at, message]) => {
      const [lo, vi, en] = (['lo', 'vi', 'en'] as const).map((lang) => latinWords(message[lang])) as [string[], string[], string[]];
      return lo.filter((word) => !NAMES.has(word) && !(vi.includes(word) && en.includes(word))).map((word) => `${at}: ${word}`);
    });
    expect(foreign).toEqual([]);
  });

  test('are those of the glossary, and none it says to avoid', () => {
    expect([...avoidedWords(), ...avoidedWords(labels)].map(said)).toEqual([]);
    expect([...unmatchedTerms(), ...unmatchedTerms(labels)].filter(({ term }) => STRICT.has(term)).map(said)).toEqual([]);
  });
});
