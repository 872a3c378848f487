/** One side of Hypercore over TCP: `source FOLDER ACTS` serves, `sink FOLDER ACTS PORT KEY` takes everything in. */
import { connect, createServer } from 'node:net';
import { createRequire } from 'node:module';
import { acts } from './acts.js';

const Hypercore = createRequire(import.meta.url)('hypercore');
const [role, folder, amount, port, key] = process.argv.slice(2);
const count = Number(amount);
const AT_ONCE = 2_000;

const joined = (core, socket, initiator) => {
  const stream = core.replicate(initiator, { keepAlive: false });
  socket.pipe(stream).pipe(socket);
  socket.on('error', () => {});
  stream.on('error', () => {});
};

if (role === 'source') {
  const core = new Hypercore(folder);
  await core.ready();
  for (let from = 0; from < count; from += AT_ONCE) await core.append(acts(from, Math.min(from + AT_ONCE, count)).map((act) => Buffer.from(JSON.stringify(act))));
  const server = createServer((socket) => { joined(core, socket, false); });
  server.listen(0, '127.0.0.1', () => { process.send({ port: server.address().port, key: core.key.toString('hex') }); });
  process.once('disconnect', () => { process.exit(0); });
} else {
  const core = new Hypercore(folder, Buffer.from(key, 'hex'));
  await core.ready();
  const [started, processor] = [performance.now(), process.cpuUsage()];
  const socket = connect({ host: '127.0.0.1', port: Number(port), noDelay: true });
  joined(core, socket, true);
  await core.download({ start: 0, end: count }).done();
  const used = process.cpuUsage(processor);
  const size = core.contiguousLength;
  process.send({ size, seconds: (performance.now() - started) / 1_000, processorMicroseconds: (used.user + used.system) / size, peak: process.resourceUsage().maxRSS / 1_024 }, () => { process.exit(0); });
}
