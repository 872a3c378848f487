import { describe, expect, it } from 'vitest';
import { readText } from '../index.ts';
import type { Found, FoundType, ReadOptions } from '../index.ts';
import { people, register } from './register.ts';

function find<T extends FoundType>(type: T, text: string, options: Partial<ReadOptions> = {}): Extract<Found, { type: T }>[] {
  const reading = readText(text, { register, people, ...options });
  for (const found of reading.found) expect(text.slice(found.span.start, found.span.end)).toBe(found.text);
  return reading.found.filter((found): found is Extract<Found, { type: T }> => found.type === type);
}
const money = (text: string, lang: 'vi' | 'lo' | 'en' = 'vi') => find('money', text, { lang }).map(({ value }) => `${value.currency} ${value.amount}`);
const dates = (text: string, lang: 'vi' | 'lo' | 'en' = 'vi') => find('date', text, { lang }).map(({ value }) => value.date);
const periods = (text: string) => find('period', text).map(({ value }) => `${value.from}/${value.to}`);
const offices = (text: string, on?: string) => find('office', text, on === undefined ? {} : { on }).map(({ record, alternatives }) => record ?? alternatives ?? null);

describe('amounts of money', () => {
  it('reads magnitudes and the decimal comma', () => {
    expect(money('trị giá 640 triệu đồng cho')).toEqual(['VND 640000000']);
    expect(money('trị giá 2,8  tỷ đồng của')).toEqual(['VND 2800000000']);
    expect(money('trị giá 2,8\u00A0tỷ\nđồng của')).toEqual(['VND 2800000000']);
    expect(money('3 tỷ 440 triệu đồng')).toEqual(['VND 3440000000']);
    expect(money('1.000.000 ₫, 640.000đ và 25.000 đồng')).toEqual(['VND 1000000', 'VND 640000', 'VND 25000']);
    expect(money('2.8 tỷ đồng')).toEqual(['VND 2800000000']);
  });
  it('reads codes and signs on either side', () => {
    expect(money('3.5 million USD and USD 1,250,000, LAK 370 million', 'en')).toEqual(['USD 3500000', 'USD 1250000', 'LAK 370000000']);
    expect(money('US$ 2.4 million; $500 a month', 'en')).toEqual(['USD 2400000', 'USD 500']);
    expect(money('hơn 1 triệu USD, 1,5 triệu đô la Mỹ')).toEqual(['USD 1000000', 'USD 1500000']);
    expect(money('ມູນຄ່າ 500 ລ້ານກີບ ແລະ ໑,໒ ຕື້ກີບ', 'lo')).toEqual(['LAK 500000000', 'LAK 1200000000']);
  });
  it('says what else an amount may mean', () => {
    const [found] = find('money', 'tặng 3,500 USD', { lang: 'vi' });
    expect(found?.value).toEqual({ amount: '3500', currency: 'USD', doubt: '3.5' });
  });
  it('takes no words that only look like money', () => {
    expect(money('đến năm 2025. Đồng thời hai bên')).toEqual([]);
    expect(money('đến năm 2025 đồng thời hai bên; 20 đồng chí; 5 đồng bào; 2 triệu đồng bào')).toEqual([]);
    expect(money('khóa học số 12 đồng chủ trì; tỉnh thứ 3 Đồng Tháp; 45% kinh phí; 99.304 trường hợp')).toEqual([]);
  });
});

describe('dates', () => {
  it('reads them in three languages', () => {
    expect(dates('ngày 29 tháng 11 năm 2022, 01/7/2026, tháng 3/2019, tháng 12 năm 2020, năm 2021')).toEqual(['2022-11-29', '2026-07-01', '2019-03', '2020-12', '2021']);
    expect(dates('on 29 November 2022, November 30, 2022, 05.01.2023, May 2024 and in 2025.', 'en')).toEqual(['2022-11-29', '2022-11-30', '2023-01-05', '2024-05', '2025']);
    expect(dates('ວັນທີ 1 ກໍລະກົດ 2013, ວັນທີ ໒໙/໑໑/໒໐໒໒, ປີ 2021', 'lo')).toEqual(['2013-07-01', '2022-11-29', '2021']);
  });
  it('gives a day without a year the year of the text, and says so', () => {
    const found = find('date', 'Ngày 12/11/2025 khai mạc. Trước đó (ngày 11/11) đã họp.');
    expect(found.map(({ value }) => value)).toEqual([{ date: '2025-11-12', yearGiven: true }, { date: '2025-11-11', yearGiven: false }]);
  });
  it('takes no numbers that only look like dates', () => {
    expect(dates('phục vụ 24/24, 24/7; tỷ lệ 1/3; ASEAN–6; trang 2/5')).toEqual([]);
    expect(dates('Quyết định 2640/QĐ-TTg, Nghị quyết 23-NQ/TW, Nghị định 12/2019/NĐ-CP, số 12/2019')).toEqual([]);
    expect(dates('Tel. 024.3826.9532, (84-24) 3825 3875; 31/2/2013; 2.019 người; 2019 người', 'vi')).toEqual([]);
    expect(dates('trained in 2019 people', 'en')).toEqual([]);
  });
  it('finds a date that a wrapped line cuts in two', () => {
    const wrapped = `1. Hai bên thống nhất tổ chức khóa bồi dưỡng cho cán bộ vào ngày 12
tháng 3 năm 2031 tại một địa phương của Việt Nam và giao cho các đơn vị
trực thuộc của hai bên chuẩn bị nội dung, kinh phí và danh sách học viên
2. Việc thứ hai.`;
    expect(dates(wrapped)).toEqual(['2031-03-12']);
  });
});

describe('periods', () => {
  it('reads years, months and days', () => {
    expect(periods('giai đoạn 2019 - 2021, 2017-2019, giai đoạn 2016–2020')).toEqual(['2019/2021', '2017/2019', '2016/2020']);
    expect(periods('từ năm 2019 đến năm 2021; từ tháng 3/2019 đến tháng 6/2020')).toEqual(['2019/2021', '2019-03/2020-06']);
    expect(periods('từ ngày 10 đến ngày 12/12/2015 và 11-12/11/2025')).toEqual(['2015-12-10/2015-12-12', '2025-11-11/2025-11-12']);
    expect(periods('from 1 July 2013 to 30 June 2014, between 2019 and 2021')).toEqual(['2013-07-01/2014-06-30', '2019/2021']);
    expect(periods('ໄລຍະ 2019-2021')).toEqual(['2019/2021']);
  });
  it('does not take a period apart into dates', () => {
    expect(dates('giai đoạn 2019 - 2021')).toEqual([]);
  });
});

describe('deadlines', () => {
  it('reads a last day and a time allowed', () => {
    expect(find('deadline', 'hoàn thành trước ngày 30/6/2026; đến năm 2030; trong vòng 30 ngày').map(({ value }) => value))
      .toEqual([{ by: '2026-06-30' }, { by: '2030' }, { within: 30, unit: 'day' }]);
    expect(find('deadline', 'no later than 31 December 2025, within three months').map(({ value }) => value))
      .toEqual([{ by: '2025-12-31' }, { within: 3, unit: 'month' }]);
  });
});

describe('offices', () => {
  it('matches names whatever their dashes, spaces and tone marks', () => {
    const ways = [
      'Bộ Lao động – Thương binh và Xã hội', 'Bộ Lao động - Thương binh và Xã hội', 'Bộ Lao động-Thương binh và Xã hội', 'Bộ Lao động\u00A0- Thương  binh và Xã hội', 'Bộ LĐ-TBXH', 'Bộ LĐTBXH', 'Bộ LĐ – TBXH',
      'Bộ LĐ-TB&XH', 'BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI', 'Bo Lao dong - Thuong binh va Xa hoi', 'Ministry of Labour, Invalids and Social Affairs', 'MoLISA', 'ກະຊວງແຮງງານ, ທະຫານເສຍອົງຄະ ແລະ ສັງຄົມ',
    ];
    for (const way of ways) expect(offices(`Theo ${way} cho biết`, '2019')).toEqual(['molisa']);
  });
  it('takes the longest name', () => {
    expect(offices('Ủy ban Liên Chính phủ Việt Nam - Lào', '2019')).toEqual(['igc']);
    expect(offices('ກະຊວງແຮງງານ ແລະ ສະຫວັດດີການສັງຄົມ')).toEqual(['molsw']);
    expect(offices('ກະຊວງແຮງງານແລະສະຫວັດດີການສັງຄົມ')).toEqual(['molsw']);
  });
  it('uses the party named beside it, and invents no office', () => {
    expect(offices('Bộ Lao động và Phúc lợi xã hội Lào; Bộ Lao động và Phúc lợi Xã hội nước CHDCND Lào; Bộ LĐ&PLXH')).toEqual(['molsw', 'molsw', 'molsw']);
    expect(find('office', 'Bộ Ngoại giao Lào cho biết').map(({ record, value }) => [record, value.party])).toEqual([[undefined, 'LA']]);
    expect(find('office', 'Bộ Ngoại giao Việt Nam cho biết').map(({ record }) => record)).toEqual(['mofa-vn']);
    expect(find('office', 'the Ministry of Health of Laos').map(({ record, value }) => [record, value.party])).toEqual([[undefined, 'LA']]);
  });
  it('prefers the office of that time', () => {
    expect(offices('Vụ Hợp tác quốc tế', '2019')).toEqual(['icd-old']);
    expect(offices('Vụ Hợp tác quốc tế', '2025-11')).toEqual(['icd-new']);
    const [former, now] = find('office', 'Bộ Lao động - Thương binh và Xã hội trước đây (nay là Bộ Nội vụ)', { on: '2025-11-12' });
    expect([former?.record, former?.validAt, now?.record, now?.validAt]).toEqual(['molisa', 'after', 'moha', 'valid']);
  });
  it('takes no acronym in other letters and no group of countries', () => {
    expect(offices('các nước ASEAN–6 và ASEAN-4; ilo ilo')).toEqual([]);
    expect(offices('kỳ thi tay nghề ASEAN của ILO')).toEqual(['asean', 'ilo']);
  });
  it('suggests both ministries for "hai Bộ"', () => {
    expect(offices('Bộ Nội vụ và Bộ Lao động và Phúc lợi xã hội Lào họp. Hai Bộ thống nhất. Hai Bộ trưởng ký.', '2025-11')).toEqual(['moha', 'molsw', ['moha', 'molsw']]);
  });
  it('tells two offices of one name apart by the only party named near, else leaves the choice', () => {
    const both = { ...register, offices: [...register.offices, { id: 'mofa-la', party: 'LA', kind: 'ministry', names: { vi: 'Bộ Ngoại giao Lào', en: 'Ministry of Foreign Affairs' } }] };
    const named = (text: string) => find('office', text, { register: both }).map(({ record, alternatives }) => [record, alternatives]);
    expect(named('Bộ Ngoại giao Lào; Bộ Ngoại giao Việt Nam').map(([record]) => record)).toEqual(['mofa-la', 'mofa-vn']);
    expect(named('Phía Lào giao Bộ Ngoại giao làm đầu mối')).toEqual([['mofa-la', ['mofa-vn']]]);
    expect(named('Bộ Ngoại giao làm đầu mối')).toEqual([[undefined, ['mofa-vn', 'mofa-la']]]);
    expect(named('Phía Lào và phía Việt Nam giao Bộ Ngoại giao')).toEqual([[undefined, ['mofa-vn', 'mofa-la']]]);
  });
  it('does not join words across sentences or paragraphs', () => {
    expect(offices('Bộ Lao động.\n\nThương binh và Xã hội là ngành cũ. Bộ. Nội vụ')).toEqual([]);
  });
});

describe('places', () => {
  it('tells capital and province apart by the word before', () => {
    const places = (text: string, on?: string) => find('place', text, on === undefined ? {} : { on }).map(({ record, alternatives }) => record ?? alternatives);
    expect(places('tại Thủ đô Viêng Chăn; tỉnh Viêng Chăn')).toEqual(['vte-capital', 'vte-province']);
    expect(places('tại Viêng Chăn')).toEqual([['vte-capital', 'vte-province']]);
    expect(places('in Quang Ninh, Quangninh and Ha Noi; HANOI')).toEqual(['quang-ninh', 'quang-ninh', 'hanoi', 'hanoi']);
    expect(places('thành phố Huế, TP. Huế, Ban Keun')).toEqual(['hue', 'hue', 'keun']);
    expect(places('ຢູ່ນະຄອນຫຼວງວຽງຈັນ ແລະ ແຂວງວຽງຈັນ')).toEqual(['vte-capital', 'vte-province']);
    expect([places('tỉnh Quảng Trị', '2019'), places('tỉnh Quảng Trị', '2025-11')]).toEqual([['quang-tri-old'], ['quang-tri-new']]);
  });
});

describe('people', () => {
  const person = (text: string) => find('person', text).map(({ value, record }) => [value.name, value.role, record, value.office]);
  it('knows those of the register, with their role', () => {
    expect(person('Bộ trưởng Bộ Lao động – Thương binh và Xã hội Đào Ngọc Dung phát biểu.')).toEqual([['Đào Ngọc Dung', 'Bộ trưởng Bộ Lao động - Thương binh và Xã hội', 'dung', 'molisa']]);
    expect(person('MoLISA Minister Dao Ngoc Dung said')).toEqual([['Dao Ngoc Dung', 'Minister', 'dung', 'molisa']]);
    expect(person('ທ່ານ ຄຳແພງ ໄຊສົມແພງ')).toEqual([['ຄຳແພງ ໄຊສົມແພງ', undefined, 'khampheng', undefined]]);
    expect(person('ông Khăm-phanh Xay-xổm-phanh, Bộ trưởng Bộ Lao động và Phúc lợi xã hội Lào bày tỏ')).toEqual([['Khăm-phanh Xay-xổm-phanh', 'Bộ trưởng Bộ Lao động và Phúc lợi xã hội Lào', 'khampheng', 'molsw']]);
  });
  it('suggests others by their title', () => {
    expect(person('Bộ trưởng Bộ Y tế Trần Thị Bình và ông Lê Văn An, Giám đốc Sở X.')).toEqual([['Trần Thị Bình', 'Bộ trưởng Bộ Y tế', undefined, 'moh-vn'], ['Lê Văn An', 'Giám đốc Sở X', undefined, undefined]]);
    expect(person('Deputy Minister Somchit Example and Mr. John Sample, Director of the Centre, met.').map(([name, role]) => [name, role])).toEqual([['Somchit Example', 'Deputy Minister'], ['John Sample', 'Director of the Centre']]);
    expect(person('ທ່ານ ນາງ ບົວແກ້ວ ສີສະຫວາດ, ຮອງລັດຖະມົນຕີ').map(([name]) => name)).toEqual(['ບົວແກ້ວ ສີສະຫວາດ']);
  });
  it('takes no office for a person', () => {
    expect(person('Bộ trưởng Lao động và Phúc lợi xã hội; Bộ trưởng Bộ Nội vụ Việt Nam; Thứ trưởng Bộ Ngoại giao; ông Bộ trưởng')).toEqual([]);
  });
});

describe('instruments', () => {
  const named = (text: string) => find('instrument', text).map(({ text: words, value }) => [words, value.kind, value.number ?? value.date]);
  it('finds them with their number or date', () => {
    expect(named('Hiệp định hợp tác về lao động Việt Nam - Lào ký năm 2013; triển khai')).toEqual([['Hiệp định hợp tác về lao động Việt Nam - Lào', 'agreement', '2013']]);
    expect(named('ký Quyết định số 2640/QĐ-TTg ban hành Kế hoạch')).toEqual([['Quyết định số 2640/QĐ-TTg', 'law', '2640/QĐ-TTg']]);
    expect(named('Biên bản Hội nghị Bộ trưởng lần thứ 8 đã được')).toEqual([['Biên bản Hội nghị Bộ trưởng lần thứ 8', 'minutes', undefined]]);
    expect(named('the Memorandum of Understanding on skills was signed')).toEqual([['Memorandum of Understanding on skills', 'mou', undefined]]);
  });
});

describe('where a text was made', () => {
  const place = (text: string) => readText(text, { register, people }).place?.text;
  it('is the place of its dateline, else one named near its date', () => {
    expect(place('BIÊN BẢN\nQuảng Ninh, ngày 28 tháng 3 năm 2019\nHai bên đã gặp nhau tại Hà Nội năm trước.\n1. Hợp tác.\n2. Đào tạo.')).toBe('Quảng Ninh');
    expect(place('BIÊN BẢN\nHội nghị họp tại Quảng Ninh ngày 28/3/2019.\n1. Hợp tác.\n2. Đào tạo.')).toBe('Quảng Ninh');
  });
  it('is nothing where the only place is far from the date: that is one of the matter', () => {
    expect(place(`BIÊN BẢN\nNgày 28 tháng 3 năm 2019\n1. ${'Hai bên hợp tác đào tạo nghề. '.repeat(20)}\n2. Mở lớp tại Hà Nội.`)).toBeUndefined();
  });
});
