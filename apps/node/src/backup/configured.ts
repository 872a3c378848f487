import type { AuditReport } from '@entente/kernel';
import { join } from 'node:path';
import type { NodeConfig } from '../config/index.ts';
import type { Recipient } from './age/index.ts';
import { verifyBackup } from './restore.ts';
import { snapshotConfigured } from './source.ts';
import { writeBackup, type Written } from './write.ts';

/** Backs up a configured node, at work or not; reads the file back and audits it unless that is not wanted. */
export async function backUp(config: NodeConfig, file: string, recipients: readonly Recipient[], verify = true): Promise<Omit<Written, 'fileKey'> & { readonly audit: AuditReport | null }> {
  const { fileKey, ...written } = await writeBackup(config, snapshotConfigured(config), file, recipients);
  return { ...written, audit: verify ? await verifyBackup(written.file, { fileKey }, join(config.data, 'verify')) : null };
}
