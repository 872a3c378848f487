/** What must hold between the files: every name leads somewhere, every code and theme is known, ids are there once. */
import type { Problem } from '@entente/kernel';
import { bodyTypes, officeTypes, successionTypes } from '@entente/kernel';
import {
  commitmentTypes, instrumentLevels, instrumentRelations, instrumentStatuses, instrumentTypes, lineageConfidences, lineageRelations, meetingTypes, signingModes, twinningTypes,
} from '@entente/accords/kinds';
import { Checker, namesOf } from './checker.ts';
import { exerciseChecks } from './exercise-checks.ts';
import type { Contents, Documents } from './files.ts';
import { programmeChecks } from './programme-checks.ts';

/** Every reference that leads nowhere, in all files at once. `faulty`: ids of entries that have been left out already. */
export function referenceProblems(contents: Contents, documents: Documents, faulty: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const checker = new Checker(namesOf(contents), faulty, documents, problems);
  for (const check of [...CHECKS, ...exerciseChecks, ...programmeChecks]) check(contents, checker);
  return problems;
}

type Check = (contents: Contents, check: Checker) => void;

const CHECKS: readonly Check[] = [
  function basics({ cooperation, sources, offices, people, meetings, instruments, commitments, twinnings, exercise }, check) {
    check.once('cooperation', 'parties', cooperation.parties);
    check.once('cooperation', 'themes', cooperation.themes);
    check.once('sources', 'sources', sources.sources);
    check.once('offices', 'offices', [...offices.offices, ...offices.bodies]);
    check.once('people', 'people', people.people);
    check.once('meetings', 'meetings', meetings.meetings);
    check.once('instruments', 'instruments', instruments.instruments);
    check.once('commitments', 'commitments', commitments.commitments);
    check.once('twinnings', 'twinnings', twinnings.twinnings);
    check.once('exercise', 'periods', exercise.periods);
    check.once('exercise', 'indicators', exercise.indicators);
  },

  function offices({ offices: { offices, bodies } }, check) {
    for (const [place, one] of offices.entries()) {
      const here = ['offices', place];
      check.ref('offices', [...here, 'party'], one.party, 'party');
      check.code('offices', [...here, 'type'], one.type, officeTypes);
      check.ref('offices', [...here, 'parent'], one.parent, 'office');
      check.refs('offices', [...here, 'borders'], one.borders, 'office');
      check.refs('offices', [...here, 'sources'], one.sources, 'source');
      for (const [step, heir] of (one.succession ?? []).entries()) {
        check.ref('offices', [...here, 'succession', step, 'office'], heir.office, 'office');
        check.code('offices', [...here, 'succession', step, 'type'], heir.type, successionTypes);
      }
    }
    for (const [place, one] of bodies.entries()) {
      check.code('offices', ['bodies', place, 'type'], one.type, bodyTypes);
      check.ref('offices', ['bodies', place, 'parent'], one.parent, 'body');
      check.refs('offices', ['bodies', place, 'sources'], one.sources, 'source');
    }
  },

  function people({ people: { people } }, check) {
    for (const [place, one] of people.entries()) {
      check.ref('people', ['people', place, 'party'], one.party, 'party');
      check.ref('people', ['people', place, 'office'], one.office, 'office', 'body');
      check.refs('people', ['people', place, 'sources'], one.sources, 'source');
    }
  },

  function meetings({ meetings: { meetings } }, check) {
    for (const [place, one] of meetings.entries()) {
      const here = ['meetings', place];
      check.code('meetings', [...here, 'type'], one.type, meetingTypes);
      check.code('meetings', [...here, 'mode'], one.mode, signingModes);
      check.ref('meetings', [...here, 'host'], one.host, 'party');
      check.refs('meetings', [...here, 'chairs'], one.chairs, 'person');
      check.refs('meetings', [...here, 'organisers'], one.organisers, 'office', 'body');
      check.refs('meetings', [...here, 'attendees'], one.attendees, 'person', 'office', 'body');
      check.refs('meetings', [...here, 'sources'], one.sources, 'source');
    }
  },

  function instruments({ instruments: { instruments } }, check) {
    for (const [place, one] of instruments.entries()) {
      const here = ['instruments', place];
      check.code('instruments', [...here, 'type'], one.type, instrumentTypes);
      check.code('instruments', [...here, 'level'], one.level, instrumentLevels);
      check.code('instruments', [...here, 'status'], one.status, instrumentStatuses);
      check.code('instruments', [...here, 'signingMode'], one.signingMode, signingModes);
      check.ref('instruments', [...here, 'meeting'], one.meeting, 'meeting');
      check.refs('instruments', [...here, 'leadOffices'], one.leadOffices, 'office');
      check.refs('instruments', [...here, 'sources'], one.sources, 'source');
      for (const [step, side] of one.signatories.entries()) {
        check.ref('instruments', [...here, 'signatories', step, 'party'], side.party, 'party');
        check.ref('instruments', [...here, 'signatories', step, 'office'], side.office, 'office', 'body');
        check.ref('instruments', [...here, 'signatories', step, 'person'], side.person, 'person');
      }
      for (const [step, other] of (one.relations ?? []).entries()) {
        check.ref('instruments', [...here, 'relations', step, 'instrument'], other.instrument, 'instrument');
        check.code('instruments', [...here, 'relations', step, 'type'], other.type, instrumentRelations);
      }
    }
  },

  function commitments({ commitments: { commitments }, instruments: { instruments } }, check) {
    const items = new Map(instruments.map((one) => [one.id, one.items?.map((item) => item.number)]));
    for (const [place, one] of commitments.entries()) {
      const here = ['commitments', place];
      check.code('commitments', [...here, 'type'], one.type, commitmentTypes);
      check.ref('commitments', [...here, 'instrument'], one.instrument, 'instrument');
      check.ref('commitments', [...here, 'meeting'], one.meeting, 'meeting');
      check.refs('commitments', [...here, 'themes'], one.themes, 'theme');
      check.refs('commitments', [...here, 'responsible'], one.responsible, 'office', 'body');
      check.refs('commitments', [...here, 'undertakenBy'], one.undertakenBy, 'party');
      check.refs('commitments', [...here, 'fulfilledBy'], one.fulfilledBy, 'instrument', 'meeting');
      check.refs('commitments', [...here, 'sources'], one.sources, 'source');
      const known = items.get(one.instrument ?? '');
      if (one.item !== undefined && known && !known.includes(one.item)) check.say('commitments', [...here, 'item'], 'facts.unknown-item', { value: one.item, instrument: one.instrument ?? '' });
    }
  },

  function twinnings({ twinnings: { twinnings } }, check) {
    for (const [place, one] of twinnings.entries()) {
      const here = ['twinnings', place];
      check.code('twinnings', [...here, 'type'], one.type, twinningTypes);
      check.refs('twinnings', [...here, 'sides'], one.sides, 'office');
      check.refs('twinnings', [...here, 'themes'], one.themes, 'theme');
      check.ref('twinnings', [...here, 'instrument'], one.instrument, 'instrument');
      check.refs('twinnings', [...here, 'sources'], one.sources, 'source');
    }
  },

  function lineage({ lineage: { lineage }, commitments: { commitments }, meetings: { meetings } }, check) {
    const begins = new Map(meetings.map((one) => [one.id, one.from]));
    const dates = new Map(commitments.map((one) => [one.id, begins.get(one.meeting ?? '')]));
    const pairs = new Set<string>();
    for (const [place, one] of lineage.entries()) {
      const here = ['lineage', place];
      check.ref('lineage', [...here, 'later'], one.later, 'commitment');
      check.ref('lineage', [...here, 'earlier'], one.earlier, 'commitment');
      check.code('lineage', [...here, 'relation'], one.relation, lineageRelations);
      check.code('lineage', [...here, 'confidence'], one.confidence, lineageConfidences);
      if (isBefore(dates.get(one.later), dates.get(one.earlier))) check.say('lineage', [...here, 'earlier'], 'facts.lineage-order', { later: one.later, earlier: one.earlier });
      const pair = `${one.later} ${one.earlier}`;
      if (pairs.has(pair)) check.say('lineage', here, 'facts.twice', { value: pair });
      pairs.add(pair);
    }
  },
];

/** Whether one partial date certainly lies before the other; never where one is not known. */
function isBefore(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}
