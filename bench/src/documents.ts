/** Made-up trilingual documents with words as often as languages have them: few everywhere, many seldom. */

const VI = 'hợp tác đào tạo lao động xã hội cán bộ giáo viên học viên nghề kỹ năng chính sách người có công bảo hiểm việc làm doanh nghiệp tỉnh biên giới hội nghị bộ trưởng thoả thuận kế hoạch thực hiện báo cáo kinh phí thiết bị trung tâm trường cao đẳng thực tập chuyên gia trao đổi đoàn công tác'.split(' ');
const LO = ['ຮ່ວມມື', 'ຝຶກອົບຮົມ', 'ແຮງງານ', 'ສັງຄົມ', 'ພະນັກງານ', 'ຄູອາຈານ', 'ວິຊາຊີບ', 'ນະໂຍບາຍ', 'ປະກັນໄພ', 'ວຽກເຮັດງານທຳ', 'ວິສາຫະກິດ', 'ແຂວງ', 'ຊາຍແດນ', 'ກອງປະຊຸມ', 'ລັດຖະມົນຕີ', 'ຂໍ້ຕົກລົງ', 'ແຜນການ', 'ປະຕິບັດ', 'ລາຍງານ', 'ງົບປະມານ', 'ອຸປະກອນ', 'ສູນ', 'ໂຮງຮຽນ', 'ຊ່ຽວຊານ', 'ແລກປ່ຽນ'];
const EN = 'cooperation training labour social officials teachers students vocational skills policy merit insurance employment enterprise province border conference minister agreement plan implementation report budget equipment centre college internship expert exchange delegation'.split(' ');

const WORDS = 40;
/** In one document of five, and in one of five thousand. */
const [COMMON_IN, RARE_IN] = [5, 5_000];

export const COMMON = { vi: 'xuất khẩu', plain: 'xuat khau', en: 'harvest', lo: 'ຍຸດຕິທຳ' };
export const RARE = { vi: 'thuỷ điện', plain: 'thuy dien', en: 'turbine', lo: 'ໄຟຟ້າ' };

export interface TrilingualText { readonly vi: string; readonly lo: string; readonly en: string }

export function documentAt(at: number): TrilingualText {
  let state = (at + 1) * 2_654_435_761;
  const next = (): number => {
    state = Math.imul(state ^ (state >>> 15), 2_246_822_507) + 0x9e37;
    return (state >>> 0) / 2 ** 32;
  };
  // Squared, so that the first words of each list are the frequent ones; and a number, so that most words are rare.
  const text = (words: readonly string[], joint: string, special: string): string =>
    [...Array.from({ length: WORDS }, () => words[Math.floor(next() ** 2 * words.length)]), `${Math.floor(next() * 50_000)}`, special].join(joint);
  const special = (lang: keyof TrilingualText): string => `${at % COMMON_IN === 0 ? COMMON[lang] : ''} ${at % RARE_IN === 0 ? RARE[lang] : ''}`;
  return { vi: text(VI, ' ', special('vi')), lo: text(LO, '', special('lo')), en: text(EN, ' ', special('en')) };
}
