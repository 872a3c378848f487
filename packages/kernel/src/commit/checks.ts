import type { Person } from '../contract.ts';
import type { Fields } from '../fields.ts';
import type { AnyKind, Beside } from '../kind.ts';
import type { PersonalValue } from '../personal/index.ts';
import { problem, type Problem } from '../problem.ts';
import type { Work } from '../project/index.ts';
import { fieldsIn, isObject } from '../project/walk.ts';
import type { Lacking } from '../read/lacking.ts';
import { isIll } from '../rules.ts';
import type { Plain } from './content.ts';

/** What the content of an intent refers to, gathered before the transaction looks it up. */
export interface References { readonly records: ReadonlySet<string>; readonly blobs: ReadonlySet<string>; readonly cited: ReadonlySet<string> }

export function referencesOf(kind: AnyKind, content: Plain): References {
  const [records, blobs, cited] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { field, value } of fieldsIn(kind.fields as Fields, content)) {
    if (field.type === 'link' && typeof value === 'string') records.add(value);
    if (field.type === 'record-version' && isObject(value) && typeof value['record'] === 'string') cited.add(value['record']);
    if (field.type === 'files' && Array.isArray(value)) for (const file of value as unknown[]) if (isObject(file) && typeof file['sha256'] === 'string') blobs.add(file['sha256']);
  }
  return { records, blobs, cited };
}

/** What is known here of things that content may refer to. */
export interface Known {
  kindOf(record: string): string | undefined;
  /** Linked records as they stand, for kinds with rules against them. */
  readonly linked: Beside['linked'];
  readonly blobs: ReadonlySet<string>;
  /** Values behind commitments of the records that are written to. */
  readonly personal: ReadonlyMap<string, PersonalValue>;
  readonly lacking: Lacking;
  /** Whether personal values can be kept here at all. */
  readonly keepsPersonal: boolean;
}

/** Links that lead nowhere or to the wrong kind, versions that do not exist, files that are not held; silent on places that are ill-formed. */
export function referenceProblems(kind: AnyKind, content: Plain, ill: readonly Problem['path'][], work: Work, known: Known): Problem[] {
  const problems: Problem[] = [];
  for (const { field, path, value } of fieldsIn(kind.fields as Fields, content)) {
    if (isIll(ill, path)) continue;
    if (field.type === 'link' && typeof value === 'string') problems.push(...linkProblem(value, field.to, path, known));
    if (field.type === 'record-version' && isObject(value)) {
      const { record, version } = value as { record: string; version: string };
      const wrong = linkProblem(record, field.to, path, known);
      problems.push(...wrong);
      const life = work.life(record);
      const exists = life.versions.some((each) => each.version === version) || life.candidates.some((each) => each.h === version);
      if (wrong.length === 0 && !exists) problems.push(problem('link.version', path, { record, version }));
    }
    if (field.type !== 'files' || !Array.isArray(value)) continue;
    for (const [at, file] of (value as { sha256: string }[]).entries()) {
      if (!known.blobs.has(file.sha256)) problems.push(problem('blob.missing', [...path, at], { sha256: file.sha256 }));
    }
  }
  return problems;
}

function linkProblem(record: string, to: readonly string[] | undefined, path: Problem['path'], known: Known): Problem[] {
  const kind = known.kindOf(record);
  if (kind === undefined) return [problem('link.missing', path, { record })];
  return !to || to.includes('*') || to.includes(kind) ? [] : [problem('link.kind', path, { record, kind })];
}

/** Moves of a record's own state field: a row of the kind's table, by somebody who may. */
export function stateProblems(kind: AnyKind, before: Plain | null, after: Plain, by: Person, note: string | undefined): Problem[] {
  if (!kind.states) return [];
  const { field, initial, moves } = kind.states;
  const [from, to] = [before?.[field], after[field]];
  if (from === to) return [];
  const first: readonly unknown[] = typeof initial === 'string' ? [initial] : initial;
  if (before === null) return to === undefined || first.includes(to) ? [] : [problem('state.initial', [field], { initial: first.join(', ') })];
  const move = moves.find((each) => each.from === from && each.to === to);
  if (!move) return [problem('state.move', [field], { from: String(from), to: String(to) })];
  if (!move.by.some((role) => by.roles.includes(role))) return [problem('state.role', [field])];
  return move.comment === 'required' && !note?.trim() ? [problem('state.comment', [field])] : [];
}
