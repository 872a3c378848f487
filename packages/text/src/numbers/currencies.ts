/** A currency as data. `minor` is ISO 4217's number of decimals; `words` are how people write it, folded to lower case. */
export interface Currency {
  readonly code: string;
  readonly minor: number;
  /** Shown after the number where a language uses symbols; the code when absent. */
  readonly symbol?: string;
  readonly words: readonly string[];
}

/** Currencies offered and read. Source of codes and decimals: ISO 4217, list one. */
export const currencies: readonly Currency[] = [
  { code: 'VND', minor: 0, symbol: '₫', words: ['₫', 'đ', 'đồng', 'đồng việt nam', 'vnđ', 'dong', 'vietnamese dong', 'ດົ່ງ', 'ດົງ', 'ດົ່ງຫວຽດນາມ'] },
  { code: 'LAK', minor: 2, symbol: '₭', words: ['₭', 'kíp', 'kíp lào', 'kip', 'lao kip', 'kips', 'ກີບ', 'ກີບລາວ'] },
  { code: 'USD', minor: 2, words: ['$', 'us$', 'đô la', 'đô la mỹ', 'đô-la', 'đô-la mỹ', 'đô', 'dollar', 'dollars', 'us dollar', 'us dollars', 'ໂດລາ', 'ໂດລາສະຫະລັດ', 'ໂດລາ ສະຫະລັດ'] },
  { code: 'EUR', minor: 2, words: ['€', 'euro', 'euros', 'ơ-rô', 'ເອີໂຣ', 'ເອີໂລ'] },
  { code: 'THB', minor: 2, words: ['฿', 'bạt', 'baht', 'ບາດ'] },
  { code: 'CNY', minor: 2, words: ['nhân dân tệ', 'rmb', 'yuan', 'renminbi', 'ຢວນ'] },
  { code: 'JPY', minor: 0, words: ['yên', 'yên nhật', 'yen', 'ເຢນ'] },
  { code: 'KRW', minor: 0, words: ['₩', 'won'] },
  { code: 'KHR', minor: 2, words: ['riel', 'riels'] },
  { code: 'GBP', minor: 2, words: ['£', 'bảng anh', 'pound', 'pounds', 'pounds sterling'] },
  { code: 'AUD', minor: 2, words: ['a$', 'đô la úc', 'australian dollar', 'australian dollars'] },
  { code: 'CHF', minor: 2, words: ['franc thụy sĩ', 'swiss franc', 'swiss francs'] },
  { code: 'SGD', minor: 2, words: ['s$', 'đô la singapore', 'singapore dollar', 'singapore dollars'] },
];

const byCode = new Map(currencies.map((currency) => [currency.code, currency]));
const byWord = new Map(currencies.flatMap((currency) =>
  [currency.code.toLowerCase(), ...currency.words].map((word) => [word.normalize('NFC'), currency] as const)));

export function currencyOf(code: string): Currency | undefined {
  return byCode.get(code);
}

/** The currency a word, sign or code names ("đồng", "₭", "usd"), whatever its case. */
export function currencyNamed(word: string): Currency | undefined {
  return byWord.get(word.toLowerCase());
}

/** Every word, sign and code, longest first: for finding them at either end of an amount. */
export const currencyWords: readonly string[] = [...byWord.keys()].toSorted((a, b) => b.length - a.length);
