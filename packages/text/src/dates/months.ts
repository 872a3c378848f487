import { fold } from '../search/fold.ts';

/** Month names for showing, January first. Sources: CLDR 47; Vietnamese counts its months. */
export const monthNames = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  lo: ['ມັງກອນ', 'ກຸມພາ', 'ມີນາ', 'ເມສາ', 'ພຶດສະພາ', 'ມິຖຸນາ', 'ກໍລະກົດ', 'ສິງຫາ', 'ກັນຍາ', 'ຕຸລາ', 'ພະຈິກ', 'ທັນວາ'],
} as const;

export const shortMonths = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  lo: ['ມ.ກ.', 'ກ.ພ.', 'ມ.ນ.', 'ມ.ສ.', 'ພ.ພ.', 'ມິ.ຖ.', 'ກ.ລ.', 'ສ.ຫ.', 'ກ.ຍ.', 'ຕ.ລ.', 'ພ.ຈ.', 'ທ.ວ.'],
} as const;

const vietnamese = [
  ['một'], ['hai'], ['ba'], ['tư', 'bốn'], ['năm'], ['sáu'], ['bảy', 'bẩy'], ['tám'], ['chín'], ['mười'], ['mười một'], ['mười hai'],
];

const byName = new Map<string, number>();
for (let month = 1; month <= 12; month += 1) {
  const at = month - 1;
  const names = [monthNames.en[at], shortMonths.en[at], `${shortMonths.en[at]}.`, monthNames.lo[at], shortMonths.lo[at]];
  for (const name of names) if (name !== undefined) byName.set(fold(name), month);
  for (const name of vietnamese[at] ?? []) byName.set(`thang ${name}`, month);
}
byName.set('sept', 9).set('sept.', 9);

/** The month (1 to 12) a name, its abbreviation or a Vietnamese "tháng bảy" means. */
export function monthNamed(name: string): number | undefined {
  return byName.get(fold(name)) ?? byName.get(name.toLowerCase().replace(/^tháng /, 'thang '));
}
