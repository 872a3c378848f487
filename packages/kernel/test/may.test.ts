import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audiencesFor, kernelKinds, may, mayReadPersonal, type AnyKind, type Cooperation, type Person, type Role } from '../src/index.ts';
import type { Command } from '../src/policy/index.ts';
import { testKinds } from './support/kinds.ts';

const party = (id: string) => ({ id, name: {}, short: {}, colour: { light: '#000000', dark: '#ffffff' }, languages: ['en'], zone: 'UTC' });
const cooperation: Cooperation = { id: 'test', title: {}, parties: [party('P1'), party('P2')], observers: ['OBS'], themes: {}, demo: true };
const ROLES: readonly Role[] = ['coordinator', 'focal-point', 'leader', 'reader', 'administrator'];
const VERBS: readonly Command[] = ['put', 'retire', 'propose', 'consent', 'reject'];
const KINDS: readonly AnyKind[] = [...kernelKinds, ...testKinds];

const person = fc.record({ id: fc.constant('p'), party: fc.constantFrom('P1', 'P2', 'OBS', 'STRANGER'), roles: fc.subarray([...ROLES]), office: fc.constant(null) });
const node = fc.constantFrom('P1', 'P2', 'OBS');
const kind = fc.constantFrom(...KINDS);
const verb = fc.constantFrom(...VERBS);
const subject = fc.option(fc.record({ party: fc.constantFrom('P1', 'P2'), audience: fc.constantFrom('joint' as const, 'home' as const, 'public' as const) }));

describe('who may do what', () => {
  test('whatever the roles: only in the own party\'s name, only what the kind\'s table names, never as an observer, never on another\'s record', () => {
    fc.assert(fc.property(person, verb, kind, subject, node, (who, command, of, record, at) => {
      const decision = may(who, command, of, record, { party: at, cooperation });
      const roles: readonly Role[] = of.may[command] ?? [];
      const expected = who.party === at && at !== 'OBS' && roles.some((role) => who.roles.includes(role)) && !(of.regime === 'owned' && record !== null && record.party !== who.party);
      expect(decision.allowed).toBe(expected);
      expect(decision.allowed ? 'policy.yes' : decision.why).toMatch(/^policy\.[a-z-]+$/u);
    }), { numRuns: 2_000, seed: 1 });
  });

  test('more roles never allow less', () => {
    fc.assert(fc.property(person, fc.constantFrom(...ROLES), verb, kind, (who, role, command, of) => {
      const where = { party: 'P1', cooperation };
      const more: Person = { ...who, roles: [...who.roles, role] };
      const [less, now] = [may(who, command, of, null, where).allowed, may(more, command, of, null, where).allowed];
      expect(now || !less).toBe(true);
      expect(audiencesFor(more, where)).toEqual(expect.arrayContaining([...audiencesFor(who, where)]));
      expect(mayReadPersonal(more, where) || !mayReadPersonal(who, where)).toBe(true);
    }), { numRuns: 1_000, seed: 2 });
  });

  test('readers and administrators decide nothing about joint content', () => {
    for (const of of KINDS.filter((each) => each.regime === 'joint')) {
      for (const command of VERBS) for (const role of ['reader', 'administrator'] as const) {
        expect(may({ id: 'p', party: 'P1', roles: [role], office: null }, command, of, null, { party: 'P1', cooperation }).allowed).toBe(false);
      }
    }
  });

  test('home is for the node\'s own people, joint for parties and observers, public for everybody', () => {
    const see = (of: string, roles: readonly Role[] = ['reader']) => audiencesFor({ id: 'p', party: of, roles, office: null }, { party: 'P1', cooperation });
    expect(see('P1')).toEqual(['public', 'joint', 'home']);
    expect(see('P2')).toEqual(['public', 'joint']);
    expect(see('OBS')).toEqual(['public', 'joint']);
    expect(see('STRANGER')).toEqual(['public']);
    expect(see('P1', [])).toEqual(['public']);
  });
});
