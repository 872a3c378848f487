import { commitment } from '@entente/accords/kinds';
import { cooperation } from '@entente/example-vn-la';
import type { Intent, Kernel, Person } from '@entente/kernel';
import { COOP, commitAll } from './node.ts';

const VERBS = ['Đào tạo', 'Bồi dưỡng', 'Trao đổi', 'Hỗ trợ', 'Nghiên cứu', 'Khảo sát', 'Tổ chức', 'Xây dựng'];
const OBJECTS = ['cán bộ ngành Lao động', 'giáo viên dạy nghề', 'chuyên gia an sinh xã hội', 'thông tin thị trường lao động', 'thiết bị cho trường nghề', 'kinh nghiệm quản lý lao động nước ngoài', 'chính sách người có công'];
const PLACES = ['tại Viêng Chăn', 'tại Hà Nội', 'tại Xiêng Khoảng', 'tại Nghệ An', 'ở các tỉnh biên giới'];
const TYPES = ['action', 'goal', 'priority', 'form', 'offer'];

/** As many commitments as asked for, of one meeting in each year, proposed and agreed to by this node's party. */
export async function fillCommitments(kernel: Kernel, by: Person, count: number): Promise<void> {
  const themes = Object.keys(cooperation.themes);
  const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
  const meetingOf = (year: number): string => kernel.naturalId(COOP, 'meeting', `bench-${year}`);
  const years = Array.from({ length: 20 }, (_, at) => 2006 + at);
  await commitAll(kernel, by, years.map((year): Intent => ({
    verb: 'propose', kind: 'meeting', record: meetingOf(year), agree: true,
    content: { name: { vi: `Hội nghị Bộ trưởng năm ${year}` }, type: 'ministerial-conference', dates: { from: `${year}-03-28`, to: `${year}-03-29` } },
  })), 50);
  await commitAll(kernel, by, Array.from({ length: count }, (_, at): Intent => ({
    verb: 'propose', kind: commitment.name, record: kernel.naturalId(COOP, commitment.name, `bench-${at}`), agree: true,
    content: {
      text: { vi: `${pick(VERBS, at)} ${pick(OBJECTS, at * 7 + 3)} ${pick(PLACES, at * 3)}, khoá ${at}`, en: `Commitment ${at} on training, exchange and assistance` }, basis: 'summary',
      meeting: meetingOf(pick(years, at)), undertakenOn: `${pick(years, at)}-03-${10 + (at % 19)}`, type: pick(TYPES, at), themes: [...new Set([pick(themes, at), pick(themes, at * 5 + 1)])],
      confidence: 'public', sources: ['https://example.org/record'],
    },
  })), 50);
}
