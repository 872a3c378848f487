/** Accords: what was signed, where it was agreed, and each promise followed through the decades. */
import type { Module } from '@entente/web';
import { commitment, instrument, lineage, meeting } from './kinds/index.ts';
import { accordsWords } from './words.ts';

export * from './kinds/index.ts';
export const accordsKinds = [instrument, meeting, commitment, lineage] as const;

export const accords: Module = {
  name: 'accords',
  kinds: accordsKinds,
  navigation: [
    { label: accordsWords.entries.commitments, href: '/commitments', order: 10 },
    { label: accordsWords.entries.instruments, href: '/instruments', order: 12 },
    { label: accordsWords.entries.meetings, href: '/meetings', order: 14 },
    { label: accordsWords.entries.import, href: '/import', order: 16 },
  ],
};
