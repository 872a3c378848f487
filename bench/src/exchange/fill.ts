/** Gives node A its journal, in a process that ends before A is started: what it needed is not A's. */
import { fillJournal } from './world.ts';

const [url = '', amount = '0'] = process.argv.slice(2);
await fillJournal(url, 'a', Number(amount));
process.disconnect?.();
