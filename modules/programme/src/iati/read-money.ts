/** Budgets and transactions of an IATI activity as budget lines and transactions of ours. */
import { currencyOf } from '@entente/text';
import type { Localized, Money } from '@entente/kernel';
import type { Transaction } from '../kinds/index.ts';
import { dayIn, decimalIn, elementsIn, localizedIn, strangersIn, textIn } from './tree.ts';
import type { Mentioned, Register, Who } from './whom.ts';
import type { Element } from './xml.ts';

/** A transaction without its activity; `ref` is the file's own name for it. */
export interface FoundMoney { readonly ref: string | undefined; readonly content: Omit<Transaction, 'activity'> }

// TransactionType: what came in is the same movement, told by the one who received it. DisbursementChannel: aid in kind.
const TYPES: Readonly<Record<string, { readonly is: Transaction['type']; readonly incoming?: true }>> = {
  '1': { is: 'disbursement', incoming: true }, '2': { is: 'commitment' }, '3': { is: 'disbursement' }, '4': { is: 'disbursement' }, '11': { is: 'commitment', incoming: true },
};
const IN_KIND: readonly (string | undefined)[] = ['3', '4'];
const READ = ['transaction-type', 'transaction-date', 'value', 'description', 'provider-org', 'receiver-org', 'disbursement-channel'];
/** Longest reference a transaction keeps. */
const MOST_REFERENCE = 200;

export const orgIn = (of: Element | undefined, usual: string): Mentioned => ({ ref: of?.attributes['ref'], name: localizedIn(of, usual) ?? {} });

function moneyIn(value: Element | undefined, usual: string | undefined): Money | undefined {
  const [amount, currency] = [decimalIn(textIn(value)), value?.attributes['currency'] ?? usual];
  return amount === undefined || currency === undefined || !currencyOf(currency) || amount.startsWith('-') ? undefined : { amount, currency };
}

/** Budget lines, one a budget; `funder` where the activity names one alone. */
export function budgetsIn(one: Element, what: Localized, funder: Who | undefined): { readonly lines: readonly object[]; readonly left: readonly string[] } {
  const budgets = elementsIn(one, 'budget');
  const [lines, left]: [object[], string[]] = [[], []];
  for (const each of budgets) {
    const money = moneyIn(elementsIn(each, 'value')[0], one.attributes['default-currency']);
    if (!money) { left.push('budget'); continue; }
    const time = ['period-start', 'period-end'].flatMap((name) => dayIn(elementsIn(each, name)[0]) ?? []).join('/');
    // Of several, the time each is for tells them apart.
    const said = budgets.length > 1 && time !== '' ? Object.fromEntries(Object.entries(what).map(([lang, text]) => [lang, `${text} ${time}`])) : what;
    lines.push({ number: String(lines.length + 1), what: said, money, ...(funder ? { funder } : {}) });
    left.push(...strangersIn(each, ['period-start', 'period-end', 'value']));
  }
  return { lines, left };
}

/** Those of a type and with the parts that ours have; the others are named by type and reference. */
export function transactionsIn(one: Element, usual: string, register: Register, others: { readonly reporting: Mentioned; readonly implementing: Mentioned | undefined }): { readonly found: readonly FoundMoney[]; readonly left: readonly string[] } {
  const [found, left]: [FoundMoney[], string[]] = [[], []];
  for (const each of elementsIn(one, 'transaction')) {
    const read = transactionOf(each, usual, register, one.attributes['default-currency'], others);
    if (read) { found.push(read); left.push(...strangersIn(each, READ)); }
    else left.push(`transaction ${[elementsIn(each, 'transaction-type')[0]?.attributes['code'] ?? '', each.attributes['ref'] ?? ''].filter(Boolean).join(' ')}`.trim());
  }
  return { found, left };
}

function transactionOf(each: Element, usual: string, register: Register, currency: string | undefined, { reporting, implementing }: { readonly reporting: Mentioned; readonly implementing: Mentioned | undefined }): FoundMoney | null {
  const type = TYPES[elementsIn(each, 'transaction-type')[0]?.attributes['code'] ?? ''];
  const date = dayIn(elementsIn(each, 'transaction-date')[0]);
  const money = moneyIn(elementsIn(each, 'value')[0], currency);
  const side = (name: string, absent: Mentioned | undefined): Who | null => { const org = elementsIn(each, name)[0]; const meant = org ? orgIn(org, usual) : absent; return meant ? register.who(meant) : null; };
  // Where one side is not named it is the one that reports, or on the other end the only one that implements.
  const provider = side('provider-org', type?.incoming ? undefined : reporting);
  const receiver = side('receiver-org', type?.incoming ? reporting : implementing);
  if (!type || date === undefined || !money || !provider || !receiver) return null;
  const purpose = localizedIn(elementsIn(each, 'description')[0], usual);
  const ref = each.attributes['ref']?.trim();
  const kept = ref !== undefined && ref !== '' && ref.length <= MOST_REFERENCE ? ref : undefined;
  const kind = IN_KIND.includes(elementsIn(each, 'disbursement-channel')[0]?.attributes['code']) ? 'in-kind' : type.is;
  return { ref: kept, content: { type: kind, money, date, provider, receiver, ...(purpose ? { purpose } : {}), ...(kept === undefined ? {} : { reference: kept }) } };
}
