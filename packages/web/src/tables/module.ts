import type { Module } from '../module.ts';
import { tableCommands } from './commands.ts';
import { tableActions, tablePages } from './pages.tsx';

/** Tables of every kind: taken, filled in offline, brought back (decision 0014). */
export const tablesModule: Module = { name: 'tables', kinds: [], pages: tablePages, actions: tableActions, commands: tableCommands };
