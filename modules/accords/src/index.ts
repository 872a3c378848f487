/** Accords: what was signed, where it was agreed, and each promise followed through the decades. */
import type { Module } from '@entente/web';
import { importCommand } from './importing/command.ts';
import { importActions, importPages } from './importing/pages.tsx';
import { commitment, instrument, lineage, meeting, twinning } from './kinds/index.ts';
import { bookletPage } from './pages/booklet.tsx';
import { commitmentBody } from './pages/commitment.tsx';
import { firstText, timeLinePanel } from './pages/home.tsx';
import { instrumentBody } from './pages/instrument.tsx';
import { commitmentsDue } from './pages/due.ts';
import { meetingAfter } from './pages/meeting.tsx';
import { officeAfter } from './pages/office.tsx';
import { lineageTitles } from './pages/titles.ts';
import { placesPages, placesPanel } from './places/pages.tsx';
import { accordsWords } from './words.ts';

export * from './kinds/index.ts';
export const accordsKinds = [instrument, meeting, commitment, lineage, twinning] as const;

export const accords: Module = {
  name: 'accords',
  kinds: accordsKinds,
  navigation: [
    { label: accordsWords.entries.commitments, href: '/commitments', order: 10 },
    { label: accordsWords.entries.instruments, href: '/instruments', order: 12 },
    { label: accordsWords.entries.meetings, href: '/meetings', order: 14 },
    { label: accordsWords.entries.places, href: '/places', order: 15 },
    { label: accordsWords.entries.import, href: '/import', order: 16, roles: ['coordinator', 'focal-point'] },
  ],
  pages: [...importPages, ...placesPages, bookletPage],
  actions: importActions,
  records: { commitment: { body: commitmentBody, shows: ['lineage'] }, instrument: { body: instrumentBody, shows: ['commitment'] }, meeting: { after: meetingAfter }, office: { after: officeAfter }, lineage: { titles: lineageTitles } },
  home: [timeLinePanel, placesPanel],
  firstSteps: [firstText],
  due: [commitmentsDue],
  commands: [importCommand],
};
