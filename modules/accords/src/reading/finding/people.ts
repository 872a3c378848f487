import { addressWords, notNames, roleWords } from '../vocabulary/people.ts';
import type { PersonEntry } from '../types.ts';
import { extract, Spans } from './context.ts';
import type { Context, Raw } from './context.ts';
import type { Mentions } from './organisations.ts';

const quoted = (words: readonly string[]) => words.toSorted((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\n]')).join('|');
const ADDRESS = quoted(addressWords);
const ROLE = quoted(roleWords);
const S = '[ \\n]{0,2}';
const WORD = '\\p{Lu}[\\p{Ll}\\p{M}]*(?:[-\'’]\\p{L}[\\p{Ll}\\p{M}]*){0,4}';
const NAME = `${WORD}(?:[ ]${WORD}){1,4}`;
const LAO_NAME = '[\\u0E80-\\u0ECD]{2,24} [\\u0E80-\\u0ECD]{2,24}';

/** "ông X", "Bộ trưởng X", "Minister X", "ທ່ານ X": a title right before a run of capitalised words. */
const TITLED = new RegExp(`(?<![\\p{L}\\p{M}])((?:(?:${ADDRESS})${S}){0,2}(?:(?:${ROLE})${S})?)(?<=[ \\n:])(${NAME})`, 'gu');
const LAO_TITLED = new RegExp(`(?:ພະນະທ່ານ|ທ່ານ ?ນາງ|ທ່ານ|ສະຫາຍ) ?((?:ນາງ )?${LAO_NAME})`, 'gu');
const ADDRESS_BEFORE = new RegExp(`(?<![\\p{L}\\p{M}])(?:(?:${ADDRESS})[ \\n]{0,3}){1,2}$`, 'u');
const ROLE_AFTER = new RegExp(`^[ \\n]{0,2}(?:,|-|\\()[ \\n]{0,2}((?:${ROLE})(?![\\p{Ll}\\p{M}]))`, 'u');
/** A role ends at a stop, or at a verb of what the person does. */
const ROLE_END = /[;.:()\n\u2029]|,(?! ?\p{Lu})| - |[ \n](?:phát biểu|cho biết|nhấn mạnh|khẳng định|bày tỏ|đã |và |cùng |thống nhất|ký kết|trao |tại |said|stated|signed|and |has |have |on |at |ກ່າວ|ໄດ້|ແລະ)/u;

export function peopleIn(context: Context, mentions: Mentions): Raw[] {
  const offices = new Spans(mentions.offices.map(({ at }) => at));
  const known = mentions.people.map(({ start, end, people }) => person(context, mentions, start, end, people));
  const taken = new Spans([...known.map(({ at }) => at), ...mentions.people, ...mentions.offices.map(({ at }) => at), ...mentions.parties]);
  const unknown: Raw[] = [];
  for (const [shape, group] of [[TITLED, 2], [LAO_TITLED, 1]] as const) {
    for (const match of context.plain.text.matchAll(shape)) {
      const name = match[group] ?? '';
      const start = match.index + match[0].length - name.length;
      const at = { start, end: start + name.length };
      if ((group === 2 && (match[1] ?? '') === '') || notNames.has(name.split(/[ -]/)[0] ?? '') || taken.touching(at)) continue;
      unknown.push(person(context, mentions, at.start, at.end, []));
    }
  }
  const afterOffices = mentions.offices.flatMap((office) => namedAfter(context, mentions, office, taken));
  const all = [...known, ...afterOffices, ...unknown].toSorted((a, b) => a.at.start - b.at.start);
  return withoutRepeats(all).filter(({ at }) => !offices.touching(at));
}

const withoutRepeats = (people: readonly Raw[]) => people.filter((one, at) => one.at.start >= (people[at - 1]?.at.end ?? 0));

/** "Bộ trưởng Bộ Y tế Đào Hồng Lan": the name follows the office that the role names. */
function namedAfter(context: Context, mentions: Mentions, office: Raw, taken: Spans): Raw[] {
  const { text } = context.plain;
  const match = AFTER_OFFICE.exec(text.slice(office.at.end, office.at.end + 80));
  const role = ROLE_RIGHT_BEFORE.test(text.slice(Math.max(0, office.at.start - 24), office.at.start));
  if (!match || !role || notNames.has((match[1] ?? '').split(/[ -]/)[0] ?? '')) return [];
  const end = office.at.end + match[0].length;
  const at = { start: end - (match[1] ?? '').length, end };
  return taken.touching(at) ? [] : [person(context, mentions, at.start, at.end, [])];
}
const AFTER_OFFICE = new RegExp(`^[ \\n](${NAME})`, 'u');
const ROLE_RIGHT_BEFORE = new RegExp(`(?<![\\p{L}\\p{M}])(?:${ROLE})[ \\n]$`, 'u');

function person(context: Context, mentions: Mentions, start: number, end: number, people: readonly PersonEntry[]): Raw {
  const role = roleBefore(context, mentions, start) ?? roleAfter(context, mentions, end);
  const [first, ...others] = people;
  const office = role?.office;
  const chosen = others.length > 0 ? people.filter((one) => one.office !== undefined && one.office === office) : people;
  const record = chosen.length === 1 ? chosen[0]?.id : undefined;
  return {
    type: 'person', ...extract(context, start, end),
    value: { name: context.plain.text.slice(start, end).replace(/\s+/g, ' '), ...(role ? { role: role.text } : {}), ...(office === undefined ? {} : { office }) },
    ...(record === undefined ? {} : { record }),
    ...(first && record === undefined ? { alternatives: people.map(({ id }) => id) } : {}),
  };
}

interface Role {
  readonly text: string;
  readonly office?: string;
}

/** The role that ends right before the name: "Bộ trưởng Bộ Nội vụ Việt Nam Đỗ Thanh Bình". */
function roleBefore(context: Context, mentions: Mentions, start: number): Role | undefined {
  const before = context.plain.text.slice(Math.max(0, start - 80), start).replace(ADDRESS_BEFORE, '').trimEnd();
  const office = officeEndingAt(mentions, context, start);
  if (office) {
    const title = ROLE_ENDING.exec(context.plain.text.slice(Math.max(0, office.at.start - 30), office.at.start))?.[1];
    if (title) return { text: clean(`${title} ${context.plain.text.slice(office.at.start, office.at.end)}`), ...(office.record ? { office: office.record } : {}) };
    return undefined;
  }
  const text = BARE_ROLE.exec(before)?.[1];
  if (text === undefined) return undefined;
  // "MoLISA Minister Dao Ngoc Dung": the office stands before the title.
  const owner = mentions.offices[lastEndingBefore(mentions.offices, start)];
  const beside = owner?.type === 'office' && owner.record !== undefined && start - owner.at.end <= text.length + 4;
  return { text: clean(text), ...(beside && owner.record ? { office: owner.record } : {}) };
}
const ROLE_ENDING = new RegExp(`(?<![\\p{L}\\p{M}])((?:${ROLE}))[ \\n]{0,2}(?:của |of |of the |ຂອງ|)$`, 'u');
const BARE_ROLE = new RegExp(`(?<![\\p{L}\\p{M}])((?:${ROLE}))$`, 'u');

function officeEndingAt(mentions: Mentions, { plain }: Context, start: number): Raw | undefined {
  const office = mentions.offices[lastEndingBefore(mentions.offices, start)];
  return office && /^[ \n]{1,3}$/u.test(plain.text.slice(office.at.end, start)) ? office : undefined;
}

function lastEndingBefore(found: readonly Raw[], start: number): number {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.at.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The role behind the name: "Đỗ Thanh Bình, Ủy viên Trung ương Đảng, Bộ trưởng Bộ Nội vụ; ...". */
function roleAfter(context: Context, mentions: Mentions, end: number): Role | undefined {
  const { text } = context.plain;
  const match = ROLE_AFTER.exec(text.slice(end, end + 60));
  if (!match) return undefined;
  const start = end + match[0].length - (match[1] ?? '').length;
  const rest = text.slice(start, start + 200);
  const stop = ROLE_END.exec(rest)?.index ?? rest.length;
  const first = lastEndingBefore(mentions.offices, start) + 1;
  const inside = mentions.offices.slice(first, first + 6).filter(({ at, type }) => at.start < start + stop && type === 'office');
  const last = inside.at(-1);
  // A verb of closing may be missing from our list; the office is the role's last word then.
  const reach = last && last.at.end > start + stop - 1 ? last.at.end - start : last && stop - (last.at.end - start) > 24 ? last.at.end - start : stop;
  return { text: clean(rest.slice(0, reach)), ...(last?.record ? { office: last.record } : {}) };
}

const clean = (text: string) => text.replace(/\s+/g, ' ').replace(/[\s,;-]+$/u, '');
