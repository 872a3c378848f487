import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../connection.ts';
import type { CliCommand } from '../command.ts';
import { Exit, Stop } from '../exit.ts';
import { messages } from '../messages.ts';

interface ControlFile { readonly control?: { readonly url: string; readonly token: string } }

export const demoCommand: CliCommand = {
  usage: 'pnpm entente demo stop|start vn|la',
  about: (lang) => messages.t(lang)('about-demo'),
  options: {},
  async run(args) {
    const [action, node] = args.positionals;
    if (action === undefined || node === undefined) throw new Stop(Exit.usage, messages.t(args.lang)('usage', { usage: demoCommand.usage }));
    const nobody = new Stop(Exit.noNode, messages.t(args.lang)('no-demo', { node, folder: dataFolder() }));
    let file: ControlFile;
    try {
      file = JSON.parse(readFileSync(join(dataFolder(), 'demo.json'), 'utf8')) as ControlFile;
    } catch {
      throw nobody;
    }
    if (!file.control) throw nobody;
    const { url, token } = file.control;
    const response = await fetch(`${url}/${action}/${node}`, { method: 'POST', headers: { authorization: `Bearer ${token}` } }).catch(() => { throw nobody; });
    const answer = (await response.json()) as { ok: boolean; message: string };
    if (!answer.ok) throw new Stop(Exit.problems, answer.message);
    args.give(answer);
    args.say(answer.message);
  },
};
