/** Reads one backup back, in a process of its own: `FILE FOLDER`, the file's key on standard input, the count of faults as answer. */
import { text } from 'node:stream/consumers';
import { verifyBackup } from './restore.ts';

const [file = '', near = ''] = process.argv.slice(2);
const fileKey = Buffer.from((await text(process.stdin)).trim(), 'hex');
const { faults } = await verifyBackup(file, { fileKey }, near);
console.log(faults.length);
