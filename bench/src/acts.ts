import { randomBytes, randomUUID } from 'node:crypto';
import { canonicalBytes } from '@entente/verify';

/** Canonical acts of about 600 bytes, as a journal holds them: one owned record put, its content inline. */
export function sampleActs(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, at) => canonicalBytes({
    v: 1, id: randomUUID(), coop: 'bench', party: 'A', audience: 'joint', actor: { office: null, role: 'coordinator', person: randomUUID() },
    made: '2026-11-21T08:00:00.000Z', seen: { B: at },
    items: [{ verb: 'put', kind: 'person', kv: 1, record: randomUUID(), on: null, hash: randomBytes(32).toString('hex'), content: { name: `Nguyễn Văn ${at}`, role: { vi: 'Cục trưởng' }, sources: ['https://example.org/record'], origin: 'public' } }],
  }));
}
