import { codeList, defineKind, field, type Content, type Role } from '@entente/kernel';
import { label } from '@entente/text';

export const approvalStates = codeList('approval-state', {
  waiting: label('Chờ duyệt', 'Waiting', 'ລໍຖ້າອະນຸມັດ'),
  done: label('Đã duyệt, đã gửi', 'Cleared and sent', 'ອະນຸມັດ ແລະ ສົ່ງແລ້ວ'),
  returned: label('Trả lại', 'Returned', 'ສົ່ງຄືນ'),
  withdrawn: label('Đã rút', 'Withdrawn', 'ຖອນແລ້ວ'),
});

export const verdicts = codeList('approval-verdict', {
  begun: label('Trình', 'Submitted', 'ສະເໜີຂຶ້ນ'),
  approved: label('Duyệt', 'Cleared', 'ອະນຸມັດ'),
  returned: label('Trả lại', 'Returned', 'ສົ່ງຄືນ'),
  withdrawn: label('Rút', 'Withdrawn', 'ຖອນ'),
});

/** Whoever may stand in a chain writes the next line of its record; what the line may be is the chain's to say. */
const anyRole: readonly Role[] = ['coordinator', 'focal-point', 'leader', 'administrator', 'reader'];

const step = field.group({
  role: field.text({ label: label('Vai trò', 'Role', 'ບົດບາດ'), optional: true }),
  person: field.text({ label: label('Người', 'Person', 'ບຸກຄົນ'), optional: true }),
}, { label: label('Bước', 'Step', 'ຂັ້ນ') });

export const decisionFields = {
  step: field.integer({ label: label('Bước', 'Step', 'ຂັ້ນ'), min: 0 }),
  verdict: field.code(verdicts, { label: label('Quyết định', 'Decision', 'ການຕັດສິນ') }),
  person: field.text({ label: label('Người', 'Person', 'ບຸກຄົນ') }),
  at: field.instant({ label: label('Lúc', 'At', 'ເວລາ') }),
  note: field.text({ label: label('Ý kiến', 'Note', 'ຄຳເຫັນ'), optional: true, long: true }),
};
const decision = field.group(decisionFields, { label: label('Quyết định', 'Decision', 'ການຕັດສິນ') });

/** Records of one approval. */
export const MOST = 2_000;

const word = field.group({
  verb: field.text({ label: label('Việc', 'Deed', 'ວຽກ') }),
  kind: field.text({ label: label('Loại', 'Kind', 'ປະເພດ') }),
  record: field.text({ label: label('Bản ghi', 'Record', 'ບັນທຶກ') }),
}, { label: label('Sẽ gửi', 'To be sent', 'ຈະສົ່ງ') });

/**
 * What this party is about to say to the others, on its way through its own chain. It stays at home; every line of it is
 * kept, with who and when. What will be said lies beside the journal until then (it may hold personal values) and is named
 * here by its hash.
 */
export const approval = defineKind({
  name: 'approval',
  version: 1,
  regime: 'owned',
  audience: 'home',
  guided: true,
  label: { one: label('Phiếu trình duyệt', 'Clearance', 'ໃບສະເໜີອະນຸມັດ'), many: label('Phiếu trình duyệt', 'Clearances', 'ໃບສະເໜີອະນຸມັດ') },
  path: 'approvals',
  fields: {
    title: field.text({ label: label('Nội dung trình', 'About', 'ເນື້ອໃນ'), search: 'A' }),
    state: field.code(approvalStates, { label: label('Tình trạng', 'State', 'ສະຖານະ'), indexed: true }),
    next: field.integer({ label: label('Bước đang chờ', 'Step it waits at', 'ຂັ້ນທີ່ລໍຖ້າ'), optional: true, min: 0 }),
    steps: field.list(step, { label: label('Các bước', 'Steps', 'ຂັ້ນຕອນ'), max: 20 }),
    decisions: field.list(decision, { label: label('Các quyết định', 'Decisions', 'ການຕັດສິນ'), max: 100 }),
    says: field.list(word, { label: label('Sẽ gửi', 'To be sent', 'ຈະສົ່ງ'), max: MOST }),
    body: field.text({ label: label('Dấu của nội dung', 'Hash of what will be said', 'ແຮັສຂອງເນື້ອໃນ'), pattern: /^[0-9a-f]{64}$/u }),
    by: field.text({ label: label('Người trình', 'Submitted by', 'ຜູ້ສະເໜີ') }),
  },
  title: (content) => content.title,
  may: { put: anyRole },
  states: {
    field: 'state', initial: 'waiting', moves: (['done', 'returned', 'withdrawn'] as const).map((to) => ({ from: 'waiting', to, by: anyRole, label: approvalStates.values[to] ?? label(to, to, to) })),
  },
  list: { columns: ['title', 'state'], filters: ['state'] },
});
export type Approval = Content<typeof approval>;
