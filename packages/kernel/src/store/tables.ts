/** The tables of the migrations as types. Instants are written as text and read through `instantText`. */
import type { ColumnType, Generated } from 'kysely';
import type { Audience } from '../act.ts';
import type { LeafClass, Standing } from '../contract.ts';

/** Given as `JSON.stringify` text, read as a value: arrays given directly fail on one of the engines. */
export type Json<T> = ColumnType<T, string, string>;
type Instant = ColumnType<never, string, string>;

export interface JournalKey { coop: string; party: string; audience: Audience }

export interface Tables {
  journal: JournalKey & { size: number; frontier: string; root: string; checkpoint: string | null; projected: Generated<number> };
  act: JournalKey & {
    idx: number; bytes: Uint8Array; leaf: Uint8Array; class: LeafClass; reason: string | null; id: string | null; made: string | null;
    actor: Json<unknown>; note: string | null; seen: Json<unknown>; stored: Instant;
  };
  checkpoint: JournalKey & { size: number; root: string; note: string; stored: Instant; cosigned: ColumnType<Record<string, number>, string | undefined, string> };
  tile: JournalKey & { level: number; n: number; hashes: Uint8Array; root: Uint8Array };
  evidence: JournalKey & { id: string; fault: string; body: Json<unknown>; found: Instant; looked: ColumnType<unknown, string | undefined, string> };
  blob: { sha256: string; size: number; type: string; stored: Instant };
  blob_coming: { sha256: string; n: number; bytes: Uint8Array; stored: Instant };
  blob_part: { sha256: string; n: number; bytes: Uint8Array };
  personal: { coop: string; commitment: string; record: string | null; sealed: Uint8Array; stored: Instant };
  personal_mark: { coop: string; record: string; commitment: string; party: string; audience: Audience; erased: boolean };
  peer: { coop: string; party: string; contact: ColumnType<never, string | null, string | null>; fault: Json<unknown>; state: Generated<Json<unknown>> };
  setting: { name: string; value: Json<unknown> };
  answer: { coop: string; person: string; key: string; result: Json<unknown> };
  revision: { coop: string; n: number; tallied: Generated<number>; tallied_by: Generated<string> };
  tally: { coop: string; kind: string; within: string; at: string; by: string; value: string; audience: Audience; standing: Standing; party: string; n: number };
  item: JournalKey & {
    idx: number; pos: number; verb: string; kind: string | null; kv: number | null; record: string | null; h: string | null; hash: string | null;
    body: Json<unknown>; apart: boolean; class: LeafClass; reason: string | null; wait_party: string | null; wait_size: number | null; wait_hash: string | null;
  };
  content: { coop: string; hash: string; body: Json<unknown> };
  record: {
    coop: string; id: string; kind: string; kv: number; audience: Audience; party: string; standing: Standing; version: string; ordinal: number;
    content: Json<unknown>; title: Json<unknown>; sort: Json<unknown>; translations: Json<unknown>; date: string | null; at: Instant;
    waits_for: string[]; open_since: ColumnType<never, string | null, string | null>;
  };
  candidate: {
    coop: string; record: string; h: string; on_version: string | null; round: number; purpose: string; kind: string; kv: number; hash: string;
    status: string; ordinal: number | null; proposals: Json<unknown>; consents: Json<unknown>; rejects: Json<unknown>;
  };
  link: { coop: string; record: string; rel: string; target: string };
  attachment: { coop: string; record: string; sha256: string; party: string; audience: Audience };
  search_due: { coop: string; record: string };
  search: { coop: string; record: string; lang: string; words: string; body: string };
}
