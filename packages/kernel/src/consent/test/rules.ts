import type { Journal, Model } from './explore.ts';

/** Acts: consent to candidate c is 3c, decline 3c + 1, withdrawal 3c + 2. */
export const consent = (c: number): number => 3 * c;
export const decline = (c: number): number => 3 * c + 1;
export const withdraw = (c: number): number => 3 * c + 2;

type Rule = Pick<Model, 'moves' | 'agreed' | 'open' | 'name'>;

const name = (act: number): string => `${['consents to', 'declines', 'withdraws'][act % 3]} ${'ABC'[Math.floor(act / 3)]}`;

const consented = (journal: Journal, c: number): boolean =>
  journal.includes(consent(c)) && (!journal.includes(decline(c)) || journal.indexOf(consent(c)) < journal.indexOf(decline(c)));
const declined = (journal: Journal, c: number): boolean =>
  journal.includes(decline(c)) && (!journal.includes(consent(c)) || journal.indexOf(decline(c)) < journal.indexOf(consent(c)));
const all = (candidates: number): number[] => Array.from({ length: candidates }, (_, c) => c);

/** The acts of the two rules that know consent and decline only, each at most once for a candidate. */
function once(candidates: number, mayConsent: (copies: readonly Journal[], self: number, c: number) => boolean): Rule {
  return {
    name,
    moves: (copies, self) => all(candidates).filter((c) => !copies[self]!.includes(consent(c)) && !copies[self]!.includes(decline(c)))
      .flatMap((c) => (mayConsent(copies, self, c) ? [consent(c), decline(c)] : [decline(c)])),
    agreed: (copies) => all(candidates).find((c) => copies.every((journal) => consented(journal, c))) ?? null,
    open: (journals) => all(candidates).some((c) => journals.every((journal) => !declined(journal, c))),
  };
}

/** The release rule: for every other candidate consented to before, another party's decline is held. */
export const releaseRule = (candidates: number): Rule => once(candidates, (copies, self, c) =>
  all(candidates).every((other) => other === c || !consented(copies[self]!, other) || copies.some((journal, party) => party !== self && declined(journal, other))));

/** "Sign one successor ever." */
export const oneEver = (candidates: number): Rule => once(candidates, (copies, self) => all(candidates).every((c) => !copies[self]!.includes(consent(c))));

const stands = (journal: Journal, c: number): boolean => journal.lastIndexOf(consent(c)) > journal.lastIndexOf(withdraw(c));

/** Consent to one at a time, withdrawn at will; at most `length` acts a party. */
export const withdrawal = (candidates: number, length: number): Rule => ({
  name,
  moves: (copies, self) => {
    const own = copies[self]!;
    if (own.length === length) return [];
    const standing = all(candidates).filter((c) => stands(own, c));
    return standing.length > 0 ? standing.map(withdraw) : all(candidates).map(consent);
  },
  agreed: (copies) => all(candidates).find((c) => copies.every((journal) => stands(journal, c))) ?? null,
  open: () => true,
});
