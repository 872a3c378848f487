import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildAssets } from '../index.ts';
import { contrast, readable } from './colour.ts';
import { DARK, LIGHT, paletteCss } from './palette.ts';

const vnla = { name: 'vn-la', parties: [{ id: 'VN', colour: '#a8201a' }, { id: 'LA', colour: '#1d4b96' }] };
const { files, links } = buildAssets([vnla]);
/** Bytes sent to a browser of today, which takes brotli. */
const sent = (path: string): number => brotliCompressSync(files.find((f) => f.path === path)?.bytes ?? '').length;

describe('what a reader downloads', () => {
  it('keeps to its budget: style sheet 9 KiB, script 6 KiB, all fonts 90 KiB', () => {
    expect(sent(links.css)).toBeGreaterThan(1024);
    expect(sent(links.css)).toBeLessThanOrEqual(9 * 1024);
    expect(sent(links.script)).toBeLessThanOrEqual(6 * 1024);
    expect(files.filter((f) => f.type === 'font/woff2').reduce((sum, f) => sum + f.bytes.length, 0)).toBeLessThanOrEqual(90 * 1024);
  });

  it('names every file by its content and every font by its file', () => {
    expect(files.every((f) => /^\/assets\/[a-z-]+\.[0-9a-f]{10}\.(css|js|woff2)$/u.test(f.path) && f.immutable)).toBe(true);
    const css = Buffer.from(files.find((f) => f.path === links.css)?.bytes ?? '').toString();
    const urls = [...css.matchAll(/url\(([^)]+)\)/gu)].map((m) => m[1]);
    expect(urls).toHaveLength(3);
    expect(urls.every((url) => files.some((f) => f.path === url))).toBe(true);
    expect(buildAssets([]).links.css).not.toBe(links.css);
  });
});

describe('party colours', () => {
  it('are made readable on paper and on a dark screen, whatever is chosen', () => {
    for (const colour of ['#ffcd00', '#ffffff', '#000000', '#a8201a', '#00ff00', '#1d4b96']) {
      expect(contrast(readable(colour, LIGHT), LIGHT)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(readable(colour, DARK), DARK)).toBeGreaterThanOrEqual(4.5);
    }
    expect(readable('#a8201a', LIGHT)).toBe('#a8201a');
  });

  it('meet in the joint mark, one rule for each party', () => {
    expect(paletteCss([vnla])).toContain('--joint:linear-gradient(to right,var(--p0) 0px 3px,transparent 3px 5px,var(--p1) 5px 8px');
  });

  it('cannot carry anything else into the style sheet', () => {
    expect(() => paletteCss([{ name: 'x', parties: [{ id: 'A', colour: 'red;}body{display:none' }] }])).toThrow('#rrggbb');
    expect(paletteCss([{ name: 'x"]{}', parties: [{ id: 'A"]', colour: '#123456' }] }])).toContain('[data-palette="x"] [data-party="A"]');
  });
});
