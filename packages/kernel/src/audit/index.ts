export { auditNode, type AuditOptions } from './audit.ts';
export type { AuditFault, AuditProgress, AuditReport, JournalAudit } from './report.ts';
