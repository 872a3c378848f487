/** Kinds for these tests: something joint with files, something owned, something public. */
import { defineKind, field, type AnyKind } from '@entente/kernel';

const label = (text: string) => ({ vi: text, lo: text, en: text });
const one = (name: string) => ({ one: label(name), many: label(`${name}s`) });

const pledge = defineKind({
  name: 'pledge', version: 1, regime: 'joint', audience: 'joint', label: one('Pledge'), path: 'pledges',
  fields: { text: field.localized({ label: label('Text'), search: 'A' }), scans: field.files({ label: label('Scans'), optional: true }) },
  title: (content) => content.text,
  may: { propose: ['coordinator'], consent: ['coordinator'], reject: ['coordinator'] },
});
const story = defineKind({
  name: 'story', version: 1, regime: 'owned', audience: 'joint', label: one('Story'), path: 'stories',
  fields: { text: field.localized({ label: label('Text'), search: 'B' }) },
  title: (content) => content.text,
  may: { put: ['coordinator'], retire: ['coordinator'] },
});
const notice = defineKind({
  name: 'notice', version: 1, regime: 'owned', audience: 'public', label: one('Notice'), path: 'notices',
  fields: { text: field.localized({ label: label('Text'), search: 'B' }), files: field.files({ label: label('Files'), optional: true }) },
  title: (content) => content.text,
  may: { put: ['coordinator'] },
});
const memo = defineKind({
  name: 'memo', version: 1, regime: 'owned', audience: 'home', label: one('Memo'), path: 'memos',
  fields: { text: field.text({ label: label('Text') }) },
  title: (content) => content.text,
  may: { put: ['coordinator'] },
});

const visit = defineKind({
  name: 'visit', version: 1, regime: 'owned', audience: 'joint', label: one('Visit'), path: 'visits',
  fields: { place: field.text({ label: label('Place'), search: 'A' }), visitor: field.text({ label: label('Visitor'), personal: true, search: 'A' }) },
  title: (content) => content.place,
  may: { put: ['coordinator'] },
});

export const kinds: readonly AnyKind[] = [pledge, story, notice, memo, visit];
