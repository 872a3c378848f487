import { langs } from '../language.ts';
import type { Lang } from '../language.ts';
import type { Problem } from '../problem.ts';
import type { Catalogue, Entries } from './catalogue.ts';
import type { Message } from './shape.ts';
import { fillMessage, isMachine, placeholdersOf, textOf, wordingsOf } from './template.ts';

const registered = new Map<string, Catalogue>();

export function enter<E extends Entries>(catalogue: Catalogue<E>): void {
  if (registered.has(catalogue.namespace)) throw new Error(`two catalogues are called ${catalogue.namespace}`);
  registered.set(catalogue.namespace, catalogue as unknown as Catalogue);
}

/** Every catalogue of the packages and modules loaded so far, by name. */
export function catalogues(): Catalogue[] {
  return [...registered.values()].toSorted((a, b) => (a.namespace < b.namespace ? -1 : 1));
}

function messageOf(id: string): Message | undefined {
  const dot = id.lastIndexOf('.');
  const entries = registered.get(id.slice(0, dot))?.entries;
  const key = id.slice(dot + 1);
  return entries && Object.hasOwn(entries, key) ? entries[key] : undefined;
}

/** Whether "namespace.key" is a message of a loaded catalogue. */
export function hasMessage(id: string): boolean {
  return messageOf(id) !== undefined;
}

/** A problem in the reader's language. An id that no loaded catalogue knows (a newer peer's) is shown as it is. */
export function describeProblem(problem: Problem, lang: Lang): string {
  const message = messageOf(problem.id);
  return message ? fillMessage(message, lang, problem.params) : problem.id;
}

export interface MessageCount {
  readonly messages: number;
  /** Messages of which a wording in this language is machine-written and unchecked. */
  readonly machine: Readonly<Record<Lang, number>>;
}

/** How much of the interface a machine worded, whole and by catalogue. */
export function messageStatistics(): MessageCount & { readonly byNamespace: Readonly<Record<string, MessageCount>> } {
  const byNamespace: Record<string, MessageCount> = {};
  const total = { messages: 0, machine: noneOf() };
  for (const { namespace, entries } of catalogues()) {
    const machine = noneOf();
    const messages = Object.values(entries);
    for (const lang of langs) {
      machine[lang] = messages.filter((message) => wordingsOf(message, lang).some(isMachine)).length;
      total.machine[lang] += machine[lang];
    }
    total.messages += messages.length;
    byNamespace[namespace] = { messages: messages.length, machine };
  }
  return { ...total, byNamespace };
}

function noneOf(): Record<Lang, number> {
  return Object.fromEntries(langs.map((lang) => [lang, 0])) as Record<Lang, number>;
}

export interface MessageFault {
  readonly id: string;
  readonly lang: Lang;
  readonly fault: 'missing' | 'empty' | 'not-nfc' | 'placeholders-differ' | 'loose-space';
}

/** What types cannot see: missing, empty or non-NFC wordings, stray space, placeholders that differ when keys are computed. */
export function messageFaults(): MessageFault[] {
  const faults: MessageFault[] = [];
  for (const { namespace, entries } of catalogues()) {
    for (const [key, message] of Object.entries(entries)) {
      const expected = namesIn(message, 'en');
      for (const lang of langs) {
        const note = (fault: MessageFault['fault']) => faults.push({ id: `${namespace}.${key}`, lang, fault });
        const texts = wordingsOf(message, lang).map(textOf);
        if (texts.length === 0) note('missing');
        else if (namesIn(message, lang) !== expected) note('placeholders-differ');
        for (const text of texts) {
          if (text.trim() === '') note('empty');
          else if (text !== text.trim() || / {2}/.test(text)) note('loose-space');
          if (text !== text.normalize('NFC')) note('not-nfc');
        }
      }
    }
  }
  return faults;
}

function namesIn(message: Message, lang: Lang): string {
  return [...new Set(wordingsOf(message, lang).flatMap((wording) => placeholdersOf(textOf(wording))))].toSorted().join(' ');
}
