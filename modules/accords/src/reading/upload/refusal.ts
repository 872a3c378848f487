import type { Problem, Result } from '@entente/kernel';

export type Refusal =
  | 'empty' | 'too-large' | 'pdf' | 'doc' | 'encrypted' | 'rtf' | 'html' | 'not-docx' | 'damaged' | 'binary'
  | 'encoding' | 'encoding-windows-1258' | 'encoding-tcvn3' | 'encoding-vni' | 'encoding-mojibake';

/** A refusal with its reason; the message is in catalogue `source-text`. */
export function refusal(reason: Refusal, params: NonNullable<Problem['params']>): Result<never> {
  return { ok: false, problems: [{ id: `source-text.${reason}`, path: [], params }] };
}
