/** One side of PouchDB over HTTP (CouchDB's protocol): `source FOLDER ACTS` serves, `sink FOLDER ACTS URL` takes everything in. */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { acts } from './acts.js';

const require = createRequire(import.meta.url);
const PouchDB = require('pouchdb-core').plugin(require('pouchdb-adapter-leveldb')).plugin(require('pouchdb-adapter-http')).plugin(require('pouchdb-replication'));

const [role, folder, amount, url] = process.argv.slice(2);
const count = Number(amount);
mkdirSync(folder, { recursive: true });
const Local = PouchDB.defaults({ prefix: `${folder}/`, adapter: 'leveldb' });
const AT_ONCE = 2_000;

if (role === 'source') {
  const db = new Local('acts');
  for (let from = 0; from < count; from += AT_ONCE) await db.bulkDocs(acts(from, Math.min(from + AT_ONCE, count)).map((act) => ({ _id: act.id, ...act })));
  const app = require('express-pouchdb')(Local, { mode: 'minimumForPouchDB', logPath: `${folder}/log.txt`, configPath: `${folder}/config.json` });
  const server = app.listen(0, '127.0.0.1', () => { process.send({ port: server.address().port }); });
  process.once('disconnect', () => { process.exit(0); });
} else {
  const db = new Local('copy');
  const [started, processor] = [performance.now(), process.cpuUsage()];
  const { docs_written: size } = await db.replicate.from(new PouchDB(`${url}/acts`, { adapter: 'http' }), { batch_size: 1_000, batches_limit: 4 });
  const used = process.cpuUsage(processor);
  process.send({ size, seconds: (performance.now() - started) / 1_000, processorMicroseconds: (used.user + used.system) / size, peak: process.resourceUsage().maxRSS / 1_024 }, () => { process.exit(0); });
}
