import { languages } from '../language.ts';
import type { LanguageTag } from '../language.ts';
import { currencyOf } from './currencies.ts';
import type { Decimal } from './decimal.ts';
import { formatNumber } from './format.ts';

/** An exact amount: 640 million đồng is `{amount: '640000000', currency: 'VND'}`. */
export interface Money {
  readonly amount: Decimal;
  /** ISO 4217 code. */
  readonly currency: string;
}

/**
 * An amount for readers of `lang`, exact: "640.000.000 ₫", "370.000.000 ₭", "3.500.000 USD" in Vietnamese and Lao;
 * English, as treaties and reports write it, puts the code first: "VND 640,000,000". A fraction is padded to the currency's
 * decimals and never cut. The space does not break.
 */
export function formatMoney(money: Money, lang: LanguageTag, style: 'symbol' | 'code' = 'symbol'): string {
  const currency = currencyOf(money.currency);
  const number = formatNumber(money.amount, lang, money.amount.includes('.') ? (currency?.minor ?? 0) : 0);
  if (lang === languages.en.tag) return `${money.currency}\u00A0${number}`;
  const unit = style === 'symbol' ? (currency?.symbol ?? money.currency) : money.currency;
  return `${number}\u00A0${unit}`;
}
