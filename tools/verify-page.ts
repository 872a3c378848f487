/** `node tools/verify-page.ts [FILE]`: writes the page that checks evidence without a server. */
import { writeFileSync } from 'node:fs';
import { buildVerifyPage } from '../packages/verify/src/page/build.ts';

const [file = 'verify.html'] = process.argv.slice(2);
writeFileSync(file, buildVerifyPage());
console.log(`wrote ${file}`);
