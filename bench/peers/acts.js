import { createHash } from 'node:crypto';

/** Acts of about 600 bytes, as the nodes of the measurement exchange them. */
export const acts = (from, to) => Array.from({ length: to - from }, (_, n) => {
  const at = from + n;
  const id = (name) => createHash('sha256').update(`${name} ${at}`).digest('hex').replace(/^.{12}.(.{3}).(.{3})(.{12}).*$/u, `${(1_790_000_000_000 + at * 10).toString(16).padStart(12, '0').replace(/^(.{8})/u, '$1-')}-7$1-8$2-$3`);
  const content = { name: `Nguyễn Văn ${at}`, role: { vi: 'Cục trưởng', lo: 'ຫົວໜ້າກົມ' }, sources: [`https://example.org/record/${at}`], origin: 'public' };
  return {
    v: 1, id: id('act'), coop: 'bench', party: 'A', audience: 'joint', actor: { office: null, role: 'coordinator', person: id('person') }, made: '2026-11-21T08:00:00.000Z', seen: { B: 0 },
    items: [{ verb: 'put', kind: 'person', kv: 1, record: id('record'), on: null, hash: createHash('sha256').update(JSON.stringify(content)).digest('hex'), content }],
  };
});
