/** Sending the letters that are due: each once, whatever stops in between. */
import type { Cooperation } from '@entente/kernel';
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Reminders } from './collect.ts';
import { FROM_HOUR, keyOf, letterFor } from './digest.ts';
import { writeLetter, type WrittenLetter } from './letter.ts';

/** A letter on its way; `id` is the same however often it is tried. */
export interface Outgoing extends WrittenLetter { readonly to: string; readonly id: string; readonly at: Temporal.Instant }

export interface Post {
  readonly accounts: Pick<Accounts, 'list' | 'reminders'>;
  readonly reminders: Reminders;
  readonly cooperations: readonly Cooperation[];
  /** Where the node's pages are. */
  readonly base: string;
  readonly party: string;
  /** Hands a letter over; rejects when it could not. */
  send(letter: Outgoing): Promise<void>;
  /** Told of what could not be sent: no address, no content. */
  failed(error: unknown): void;
}

/**
 * Looks who is due for a letter at `now` and sends it. Taken in the database first, so that several processes send it once;
 * what fails is let go and tried at the next look. Answers how many were sent.
 */
export async function sendLetters(post: Post, now: Temporal.Instant): Promise<number> {
  let sent = 0;
  for (const account of await post.accounts.list()) {
    if (account.disabled) continue;
    for (const cooperation of post.cooperations) if (await sendOne(post, account, cooperation, now)) sent += 1;
  }
  return sent;
}

/** What went wrong, without the address: a log and a page are read by more people than a letter. */
export const faultOf = (error: unknown): string => (error instanceof Error ? ('code' in error && typeof error.code === 'string' ? error.code : error.name) : 'unknown');

async function sendOne(post: Post, account: Account, cooperation: Cooperation, now: Temporal.Instant): Promise<boolean> {
  const store = post.accounts.reminders;
  const choice = await store.choice(account.id);
  if (!choice || choice.cadence === 'never') return false;
  const zone = cooperation.parties.find(({ id }) => id === post.party)?.zone ?? 'UTC';
  const local = now.toZonedDateTimeISO(zone);
  // Most looks end here, before the records are asked.
  if (local.hour < FROM_HOUR) return false;
  const name = `${cooperation.id} ${local.toPlainDate().toString()}`;
  const reminders = await post.reminders.collect(account, cooperation, choice.lang, now);
  const letter = letterFor(reminders, await store.told(account.id), choice.cadence, local);
  if (!letter || !await store.claim(account.id, name, now)) return false;
  try {
    const written = writeLetter(letter, { lang: choice.lang, base: post.base, coop: cooperation.title[choice.lang] ?? Object.values(cooperation.title)[0] ?? cooperation.id });
    await post.send({ ...written, to: choice.email, id: `${account.id}.${name.replaceAll(/[^\w.-]/gu, '-')}`, at: now });
    await store.sent(account.id, name, letter.reminders.map(keyOf), now);
    return true;
  } catch (error) {
    await store.failed(account.id, name, faultOf(error));
    post.failed(error);
    return false;
  }
}
