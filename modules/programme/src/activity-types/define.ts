/**
 * A type of activity is declared, not programmed: its own fields, what each side reports of it, and its codes for the
 * exchange of data on aid. Forms, validation, differences, display, search, lists and OpenAPI follow from the declaration.
 */
import type { field, BrokenRule, Fields } from '@entente/kernel';
import type { Labels } from '@entente/text';
import type { z } from 'zod';

type Details<F extends Fields> = z.infer<ReturnType<typeof field.shapeOf<F>>>;

export interface ActivityTypeDeclaration<F extends Fields, R extends Fields> {
  /** Code of the type, kept for ever. */
  readonly name: string;
  readonly label: Labels;
  /** Place among the types that are offered. */
  readonly order: number;
  /** What is agreed of an activity of this type (`activity.details`). */
  readonly fields: F;
  /** What each side reports of it (`activity-progress.results`). */
  readonly results: R;
  /** IATI 2.03: sector (OECD DAC, five digits) and kind of aid (AidType). */
  readonly iati: { readonly sector: string; readonly aidType: string };
  /** Rules across the fields of the details; paths begin in them. */
  readonly check?: (details: Details<F>) => readonly BrokenRule[];
}

export interface ActivityType {
  readonly name: string;
  readonly label: Labels;
  readonly order: number;
  readonly fields: Fields;
  readonly results: Fields;
  readonly iati: { readonly sector: string; readonly aidType: string };
  /** Of details that are to have the shape of `fields`: what has not is not read by rules (`everyRule`). */
  readonly check: (details: unknown) => readonly BrokenRule[];
}

export function defineActivityType<const F extends Fields, const R extends Fields>(declaration: ActivityTypeDeclaration<F, R>): ActivityType {
  return { ...declaration, check: (details) => declaration.check?.(details as Details<F>) ?? [] };
}
