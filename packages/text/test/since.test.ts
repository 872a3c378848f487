import { describe, expect, it } from 'vitest';
import { formatDaysFrom, formatSince } from '../src/index.ts';

const now = Temporal.Instant.from('2026-11-21T09:00:00Z');
const ago = (text: string, lang: 'vi' | 'lo' | 'en' = 'en') => formatSince(text, lang, 'Asia/Vientiane', now);

describe('how long ago something was', () => {
  it('counts minutes, then hours, then days of the calendar', () => {
    expect(ago('2026-11-21T08:59:40Z')).toBe('now');
    expect(ago('2026-11-21T08:56:00Z')).toBe('4 minutes ago');
    expect(ago('2026-11-21T05:00:00Z')).toBe('4 hours ago');
    expect(ago('2026-11-20T16:00:00Z')).toBe('yesterday');
    expect(ago('2026-11-14T01:00:00Z')).toBe('7 days ago');
  });

  it('gives the date of what is long past, and never a future for a clock that runs ahead', () => {
    expect(ago('2026-10-01T18:00:00Z')).toBe('2 Oct 2026');
    expect(ago('2026-11-21T09:05:00Z')).toBe('now');
  });

  it('speaks the reader’s language', () => {
    expect(ago('2026-11-21T08:56:00Z', 'vi')).toBe('4 phút trước');
    expect(ago('2026-11-20T08:00:00Z', 'vi')).toMatch(/^[Hh]ôm qua$/u);
    expect(ago('2026-11-21T08:56:00Z', 'lo')).toMatch(/4 ນາທີ/u);
  });

  it('says how far a day is', () => {
    expect(formatDaysFrom('2026-11-21', '2026-11-30', 'en')).toBe('in 9 days');
    expect(formatDaysFrom('2026-11-21', '2026-11-19', 'en')).toBe('2 days ago');
    expect(formatDaysFrom('2026-11-21', '2027-12-31', 'en')).toBe('in 13 months');
  });
});
