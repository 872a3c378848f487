import type { Module } from '../module.ts';
import { approval } from './kind.ts';

/** This side's own approvals; its pages are the node's, for they speak in the name of whoever wrote (decision 0019). */
export const approvals: Module = { name: 'approvals', kinds: [approval] };
