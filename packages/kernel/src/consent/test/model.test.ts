import { afterAll, describe, expect, it } from 'vitest';
import { theCode } from './code.ts';
import { explore, type Model, type Verdict } from './explore.ts';
import { oneEver, releaseRule, withdrawal } from './rules.ts';

/** protocol.md section 3: its verdicts, from an encoding of our own; the counts are this encoding's. */
const rows: Record<string, string | number>[] = [];
function judged(rule: string, model: Model): Verdict {
  const started = performance.now();
  const verdict = explore(model);
  rows.push({ rule, parties: model.parties, states: verdict.states, violations: verdict.violations, stuck: verdict.stuck ?? '-', ms: Math.round(performance.now() - started) });
  return verdict;
}
// oxlint-disable-next-line no-console -- the counts are part of what the model has to show
afterAll(() => console.table(rows));

/** Half a million states take seconds, on a machine with other work to do a minute. */
const PATIENCE = { timeout: 300_000 };

describe('candidates crossed', PATIENCE, () => {
  it.each([2, 3])('"sign one successor ever" gets stuck (%i parties)', (parties) => {
    const { violations, stuck } = judged('one successor ever', { parties, ...oneEver(2) });
    expect(violations).toBe(0);
    expect(stuck).toBeGreaterThan(0);
  });

  it('unilateral withdrawal breaks agreement', () => {
    expect(judged('unilateral withdrawal', { parties: 2, ...withdrawal(2, 3) }).violations).toBeGreaterThan(0);
  });

  it.each([[2, 2], [2, 3], [3, 2]])('the release rule neither breaks nor gets stuck (%i parties, %i candidates)', (parties, candidates) => {
    expect(judged(`release, ${candidates} candidates`, { parties, ...releaseRule(candidates) })).toMatchObject({ violations: 0, stuck: 0 });
  });
});

describe('restored from an old backup, under the release rule', PATIENCE, () => {
  it('signing at once breaks agreement', () => {
    const verdict = judged('restored, asks nobody', { parties: 2, ...releaseRule(2), restore: { from: 'empty', who: [0], ask: () => [] } });
    expect(verdict.violations).toBeGreaterThan(0);
    console.log(`asking nobody: ${verdict.trace.join('; ')}`);
  });

  it('asking one peer of two breaks agreement', () => {
    // To find one violation soon: only the restored party ever declines, and a pull brings everything.
    const { moves, ...rule } = releaseRule(2);
    const verdict = judged('restored, asks one of two', {
      parties: 3, ...rule, pullsAll: true, untilViolation: true, restore: { from: 'empty', who: [0], ask: () => [1] },
      moves: (copies, self) => moves(copies, self).filter((act) => self === 0 || act % 3 === 0),
    });
    expect(verdict.violations).toBeGreaterThan(0);
    console.log(`asking one peer: ${verdict.trace.join('; ')}`);
  });

  it.each([2, 3])('asking all peers does not, whoever is restored, from whatever, however often (%i parties)', (parties) => {
    const everybody = [0, 1, 2].slice(0, parties);
    expect(judged('restored, asks all', { parties, ...releaseRule(2), restore: { from: 'any', who: everybody, ask: (self) => everybody.filter((peer) => peer !== self) } }).violations).toBe(0);
  });

  it('asking all peers is not enough while a file with the lost acts is still under way', () => {
    const verdict = judged('restored, asks all, a file under way', { parties: 2, ...releaseRule(2), restore: { from: 'exported', who: [0], ask: () => [1] } });
    expect(verdict.violations).toBeGreaterThan(0);
    console.log(`a file under way: ${verdict.trace.join('; ')}`);
  });
});

describe('the code, in every state of two parties', () => {
  it('neither breaks nor gets stuck, and takes every act it allowed for effective', () => {
    let breaches = 0;
    const verdict = judged('the code', theCode((state) => { breaches += state.breaches.length; }));
    expect({ ...verdict, breaches }).toMatchObject({ violations: 0, stuck: 0, breaches: 0 });
  });
});
