import { writeSync } from 'node:fs';

/** Milliseconds for which lines gather: a busy node writes many at once, and somebody who watches does not notice. */
const GATHER = 50;
const STANDARD_ERROR = 2;

let gathered = '';

/** One JSON object a line on standard error, with its time; what a service manager collects. Never a secret, never a body. */
export function log(line: object): void {
  if (gathered === '') setTimeout(flush, GATHER).unref();
  gathered += `${JSON.stringify('at' in line ? line : { at: new Date().toISOString(), ...line })}\n`;
}

function flush(): void {
  const text = gathered;
  gathered = '';
  if (text !== '') process.stderr.write(text);
}

// The last lines say why a process ended: they are written at once, where nothing else can run any more.
process.on('exit', () => {
  try {
    writeSync(STANDARD_ERROR, gathered);
  } catch {
    // Nobody reads any more.
  }
});
