export { currencies, currencyOf } from './currencies.ts';
export type { Currency } from './currencies.ts';
export {
  addDecimals, canonicalDecimal, compareDecimals, isDecimal, multiplyDecimals, percentOf, roundDecimal, subtractDecimals, sumDecimals,
} from './decimal.ts';
export type { Decimal } from './decimal.ts';
export { asciiDigits } from './digits.ts';
export { formatNumber, formatPercent } from './format.ts';
export { formatMoney } from './money.ts';
export type { Money } from './money.ts';
export { readNumber } from './read.ts';
export { readMoney } from './read-money.ts';
