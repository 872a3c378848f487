/** `node --import @oxc-node/core/register tools/protocol-vectors.ts`: writes the protocol's own vectors again. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownVectors } from '../packages/verify/test/own-vectors.ts';

writeFileSync(join(import.meta.dirname, '../packages/verify/test/vectors/own.json'), `${JSON.stringify(await ownVectors(), null, 1)}\n`);
