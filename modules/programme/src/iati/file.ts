import { onDisk, type Context, type FileParts } from '@entente/web';
import { activityElement, type Publisher } from './activity.ts';
import { gatherActivities } from './gather.ts';
import { written } from './xml.ts';

export const IATI_VERSION = '2.03';

/** Who publishes: this node's party, under the identifier given, else that of its configuration (org-id.guide); without one, a name of this cooperation. */
export const publisherOf = ({ cooperation, party }: Pick<Context, 'cooperation' | 'party'>, ref?: string): Publisher =>
  ({ cooperation, party, ref: ref ?? party.orgId ?? `${party.id}-ENTENTE-${cooperation.id}` });

/** The activity file of the cooperation (IATI 2.03), in every language its texts have: written to the disk as the activities are read. */
export async function iatiFile(ctx: Context, ref?: string, told: (done: number) => void = () => {}): Promise<FileParts> {
  return { name: `iati-${ctx.cooperation.id}.xml`, type: 'application/xml; charset=utf-8', bytes: await onDisk(pieces(ctx, publisherOf(ctx, ref), told)) };
}

async function* pieces(ctx: Context, publisher: Publisher, told: (done: number) => void): AsyncGenerator<Uint8Array> {
  // Made when the last of them changed, so that the same records give the same file.
  const { rows: [last] } = await ctx.read.list({ coop: ctx.cooperation.id, kind: 'activity', standing: ['agreed', 'changing'], sort: '-at', limit: 1 });
  const made = last?.at ?? Temporal.Now.instant().toString();
  const text = new TextEncoder();
  yield text.encode(`<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="${IATI_VERSION}" generated-datetime="${made.slice(0, 19)}Z">\n`);
  let done = 0;
  for await (const corpus of gatherActivities(ctx)) {
    yield text.encode(corpus.activities.map((row) => `${written(activityElement(row, corpus, publisher), '  ')}\n`).join(''));
    told(done += corpus.activities.length);
  }
  yield text.encode('</iati-activities>\n');
}
