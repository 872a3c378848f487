/** One sentence for the next page: what just happened. Kept in the reader's own cookie, shown once, always as text. */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Request } from './env.ts';

export interface FlashText {
  readonly kind: 'done' | 'note' | 'problem';
  readonly text: string;
  /** Key of a form whose text the server now holds. */
  readonly saved?: string;
}

const LONGEST = 600;
const cookieName = (party: string): string => `entente-${party.toLowerCase()}-flash`;

export function writeFlash(c: Request, party: string, flash: FlashText): void {
  const value = Buffer.from(JSON.stringify([flash.kind, flash.text.slice(0, LONGEST), flash.saved?.slice(0, LONGEST)])).toString('base64url');
  setCookie(c, cookieName(party), value, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 60 });
}

export function readFlash(c: Request, party: string): FlashText | null {
  const value = getCookie(c, cookieName(party));
  if (!value || value.length > 4 * LONGEST) return null;
  try {
    const [kind, text, saved] = JSON.parse(Buffer.from(value, 'base64url').toString('utf8')) as unknown[];
    if (!(kind === 'done' || kind === 'note' || kind === 'problem') || typeof text !== 'string') return null;
    return { kind, text, ...(typeof saved === 'string' ? { saved } : {}) };
  } catch {
    return null;
  }
}

export const dropFlash = (c: Request, party: string): void => { deleteCookie(c, cookieName(party), { path: '/' }); };
