import type { Result } from '@entente/kernel';
import type { Upload } from '../types.ts';

/** The text of an uploaded file, or in plain words why it is not taken. */
export function readUpload(bytes: Uint8Array, name: string): Result<Upload> {
  if (bytes.length === 0) return { ok: false, problems: [{ id: 'upload.empty', path: [], params: { name } }] };
  return { ok: true, value: { text: new TextDecoder().decode(bytes), kind: 'text' } };
}
