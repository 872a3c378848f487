import { afterAll, describe, expect, it } from 'vitest';
import { closeRenderer, renderPdf } from '../src/index.ts';
import { sampleReport } from './sample/report.ts';

afterAll(closeRenderer);

describe('the rendering process', () => {
  it('leaves the event loop free while it works', async () => {
    const done = renderPdf(sampleReport('en'));
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const started = performance.now();
    await done;
    clearInterval(watch);
    expect(longest).toBeLessThan(Math.max(100, (performance.now() - started) / 2));
  });

  it('does what it is asked in order, and starts again after an end', async () => {
    const small = { ...sampleReport('vi'), blocks: [], contents: 0 } as const;
    const [first, second] = await Promise.all([renderPdf(small), renderPdf({ ...small, title: 'x' })]);
    expect(first.length).not.toBe(second.length);
    await closeRenderer();
    expect((await renderPdf(small)).length).toBe(first.length);
  });

  it('rejects what it was still asked for when it is ended', async () => {
    const lost = renderPdf(sampleReport('vi', 7)).catch((error: unknown) => error);
    await closeRenderer();
    expect(String(await lost)).toContain('the rendering process ended');
  });
});
