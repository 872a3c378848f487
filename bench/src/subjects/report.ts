/** The joint report of some forty pages, in every language and format, beside what the compiler takes for an empty document. */
import { closeRenderer, renderDocx, renderHtml, renderPdf, type Document } from '@entente/reports';
import { sampleReport } from '@entente/reports/sample';
import { subject, type Line } from '../subject.ts';
import { timesOf } from '../timing.ts';

const ROUNDS = 3;
const LANGUAGES = ['vi', 'lo', 'en'] as const;

export default subject({
  about: '40-page joint report: PDF, DOCX and HTML, beside the same writer on an empty document',
  async run({ tell }) {
    const lines: Line[] = [];
    try {
      const started = performance.now();
      await renderPdf(empty);
      const first = performance.now() - started;
      for (const [format, render, limit] of [['PDF', renderPdf, 1_000], ['DOCX', renderDocx, 500]] as const) {
        const least = await times(render, () => empty);
        for (const lang of LANGUAGES) {
          tell(`${format} in ${lang}`);
          lines.push({
            what: `${format}, ${lang}`, unit: 'ms', value: await times(render, (round) => sampleReport(lang, round)),
            beside: { what: `empty ${format}`, value: least, measured: true }, goal: { of: 'value', most: limit },
          });
        }
      }
      lines.push({ what: 'HTML, vi', unit: 'ms', value: await times((given) => Promise.resolve(renderHtml(given)), (round) => sampleReport('vi', round)) });
      lines.push({ what: 'first PDF of a node: the renderer starts, fonts are read', unit: 'ms', value: first });
    } finally {
      await closeRenderer();
    }
    return lines;
  },
});

/** Median of a few; every round has other figures, so that nothing comes from a cache. */
async function times(render: (document: Document) => Promise<unknown>, document: (round: number) => Document): Promise<number> {
  await render(document(ROUNDS));
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const given = document(round);
    const started = performance.now();
    await render(given);
    took.push(performance.now() - started);
  }
  return timesOf(took).median;
}

const empty: Document = { title: 'Empty', lang: 'en', date: '2026-11-21', parties: [], blocks: [] };
