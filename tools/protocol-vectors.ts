/** `node --import @oxc-node/core/register tools/protocol-vectors.ts`: writes the protocol's own vectors again. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownVectors } from '../packages/verify/test/own-vectors.ts';

const write = (file: string, vectors: unknown): void => {
  const at = join(import.meta.dirname, '..', file);
  mkdirSync(dirname(at), { recursive: true });
  writeFileSync(at, `${JSON.stringify(vectors, null, 1)}\n`);
};

write('packages/verify/test/vectors/own.json', await ownVectors());
// Those of the exchange carry the acts that were just written.
const { exchangeVectors } = await import('../packages/exchange/test/exchange-vectors.ts');
write('packages/exchange/test/vectors/exchange.json', await exchangeVectors());
