import type { Module } from '../module.ts';
import { remark } from './kind.ts';

/** Questions and answers between the parties; the pages for them stand on every record (decision 0007). */
export const remarks: Module = { name: 'remarks', kinds: [remark] };
