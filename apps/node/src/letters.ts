/** Letters that remind, by the clock: over SMTP where it is configured, else as files for another program to send. */
import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faultOf, remindersOf, sendLetters, type Accounts, type LetterWay, type Outgoing, type WebOptions } from '@entente/web';
import type { NodeConfig } from './config/index.ts';

export interface Letters { /** Looks who is due now; answers how many letters went out. */ now(): Promise<number>; stop(): Promise<void> }

export interface LetterParts {
  readonly config: NodeConfig;
  readonly accounts: Accounts;
  readonly web: WebOptions;
  readonly log: (line: object) => void;
  readonly clock?: () => Temporal.Instant;
}

/** Milliseconds after a start before the first look, and between two. */
const [FIRST, BETWEEN] = [60_000, 10 * 60_000] as const;
/** Folder of letters beside the data. */
const FOLDER = 'mail';

export function scheduleLetters({ config, accounts, web, log, clock = () => Temporal.Now.instant() }: LetterParts): Letters {
  const post = {
    accounts, reminders: remindersOf(web), cooperations: config.cooperations, base: config.url, party: config.party, send: sender(config),
    failed: (error: unknown) => { log({ level: 'error', id: 'letter.failed', detail: faultOf(error) }); },
  };
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<number> | null = null;
  let stopped = false;
  const now = (): Promise<number> => (running ??= sendLetters(post, clock()).finally(() => { running = null; }));
  const plan = (wait: number): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      now().then((sent) => { if (sent > 0) log({ level: 'info', id: 'letter.sent', sent }); }, post.failed).finally(() => { plan(BETWEEN); });
    }, wait);
    timer.unref();
  };
  plan(FIRST);
  return { now, async stop() { stopped = true; clearTimeout(timer); await running?.catch(() => 0); } };
}

/** How letters leave this node, for the administrator: the mail server without its password, or the folder. */
export function letterWay(config: Pick<NodeConfig, 'data' | 'mail'>): LetterWay {
  const smtp = smtpOf(config);
  return smtp === undefined ? { by: 'folder', where: join(config.data, FOLDER) } : { by: 'smtp', where: URL.canParse(smtp) ? new URL(smtp).host : '?' };
}
const smtpOf = (config: Pick<NodeConfig, 'mail'>): string | undefined => process.env['ENTENTE_SMTP_URL'] ?? config.mail?.smtp;

/** Most nodes send a letter a day at most: what writes and sends them is loaded with the first. */
const mailer = () => import('nodemailer');

function sender(config: NodeConfig): (letter: Outgoing) => Promise<void> {
  const host = new URL(config.url).hostname;
  const from = config.mail?.from ?? `entente@${host}`;
  const smtp = smtpOf(config);
  const message = (letter: Outgoing) => ({
    from, to: letter.to, subject: letter.subject, text: letter.text, html: letter.html, date: new Date(letter.at.epochMilliseconds),
    // The same letter has the same id, so that a mail server may know it again.
    messageId: `<${createHash('sha256').update(letter.id).digest('hex').slice(0, 32)}@${host}>`, headers: { 'auto-submitted': 'auto-generated' },
  });
  if (smtp !== undefined) {
    let transport: Promise<{ sendMail(mail: ReturnType<typeof message>): Promise<unknown> }> | undefined;
    return async (letter) => {
      transport ??= mailer().then(({ createTransport }) => createTransport(smtp));
      await (await transport).sendMail(message(letter));
    };
  }
  const folder = join(config.data, FOLDER);
  return async (letter) => {
    const { createTransport } = await mailer();
    const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
    const { message: bytes } = await writer.sendMail(message(letter));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `${letter.id}.eml`);
    await writeFile(`${file}.new`, bytes as Buffer, { mode: 0o600, flush: true });
    await rename(`${file}.new`, file);
  };
}
