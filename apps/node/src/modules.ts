/** The modules this node is composed of. A ministry that runs fewer leaves a line out. */
import { accords } from '@entente/accords';
import { programme } from '@entente/programme';
import { approvals, erasing, remarks, tablesModule, type Module } from '@entente/web';

export const modules: readonly Module[] = [accords, programme, remarks, approvals, tablesModule, erasing];
export const kinds = modules.flatMap((module) => module.kinds);
