import { defineKind, field, type AnyKind } from '../../src/index.ts';

const label = (text: string) => ({ vi: text, lo: text, en: text });

/** A joint record with a bit of everything that storage and search care for. */
export const pledge = defineKind({
  name: 'pledge', version: 1, regime: 'joint', audience: 'joint', label: { one: label('Pledge'), many: label('Pledges') }, path: 'pledges',
  fields: {
    text: field.localized({ label: label('Text'), search: 'A' }),
    theme: field.list(field.text({ label: label('Theme') }), { label: label('Themes'), optional: true, indexed: true }),
    number: field.integer({ label: label('Number'), optional: true, indexed: true, min: 0 }),
    due: field.date({ label: label('Due'), optional: true, indexed: true }),
    office: field.link(['office'], { label: label('Office'), optional: true, rel: 'responsible' }),
    scans: field.files({ label: label('Scans'), optional: true }),
    settles: field.list(field.recordVersion(['story'], { label: label('Story') }), { label: label('Stories'), optional: true }),
  },
  title: (content) => content.text,
  dated: (content) => content.due,
  may: { propose: ['coordinator'], consent: ['coordinator', 'leader'], reject: ['coordinator', 'leader'] },
  counted: { by: ['theme', 'year'], within: ['number'] },
  check: (content) => (content.number === 13 ? [{ id: 'pledge.unlucky', path: ['number'] }] : []),
});

/** An owned record. */
export const story = defineKind({
  name: 'story', version: 1, regime: 'owned', audience: 'joint', label: { one: label('Story'), many: label('Stories') }, path: 'stories',
  fields: {
    text: field.localized({ label: label('Text'), search: 'B' }),
    about: field.link(['pledge'], { label: label('About'), optional: true, rel: 'about', indexed: true }),
    state: field.text({ label: label('State'), optional: true, indexed: true }),
  },
  title: (content) => content.text,
  may: { put: ['coordinator', 'focal-point'], retire: ['coordinator'] },
  counted: { by: ['state', 'about'] },
  states: {
    field: 'state', initial: 'draft',
    moves: [
      { from: 'draft', to: 'sent', by: ['coordinator', 'focal-point'], label: label('Send') },
      { from: 'sent', to: 'closed', by: ['coordinator'], label: label('Close'), comment: 'required' },
    ],
  },
});

/** A record that never leaves the node. */
export const memo = defineKind({
  name: 'memo', version: 1, regime: 'owned', audience: 'home', label: { one: label('Memo'), many: label('Memos') }, path: 'memos',
  fields: { text: field.text({ label: label('Text'), search: 'A' }) },
  title: (content) => content.text,
  may: { put: ['coordinator', 'focal-point'] },
});

/** A record with personal values, alone and inside a list. */
export const visit = defineKind({
  name: 'visit', version: 1, regime: 'owned', audience: 'joint', label: { one: label('Visit'), many: label('Visits') }, path: 'visits',
  fields: {
    place: field.text({ label: label('Place'), search: 'A' }),
    visitor: field.text({ label: label('Visitor'), personal: true, search: 'A' }),
    companions: field.list(field.group({
      name: field.text({ label: label('Name'), personal: true }),
      country: field.text({ label: label('Country') }),
    }, { label: label('Companion') }), { label: label('Companions'), optional: true }),
  },
  title: (content) => content.place,
  may: { put: ['coordinator', 'focal-point'] },
});

export const testKinds: readonly AnyKind[] = [pledge, story, memo, visit];
