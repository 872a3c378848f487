/** One JSON object a line on standard error, with its time; what a service manager collects. Never a secret, never a body. */
export function log(line: object): void {
  process.stderr.write(`${JSON.stringify({ at: Temporal.Now.instant().toString({ fractionalSecondDigits: 3 }), ...line })}\n`);
}
