import { bullets, comparison, facts, heading, paragraph, quote, table } from '../src/index.ts';
import type { Document } from '../src/index.ts';

/** What would be markup, code or damage in one of the formats. */
export const hostile = '#panic("x") *b* _i_ `c` $x$ @ref <script>alert(1)</script> &amp; "q" \'a\' \\ ] [ } { // /* =1+1 ~ -- % \u0007 \uD800 ‘’';

/** A small document with that in every place a text can stand. */
export const hostileDocument: Document = {
  title: hostile, subtitle: hostile, lang: 'en', mark: hostile, running: hostile, date: '2026-01-02',
  parties: [{ id: 'A', name: hostile, colour: '#112233' }, { id: 'B', name: 'B', colour: '#445566' }],
  meta: [{ label: hostile, text: hostile }],
  blocks: [
    heading(1, hostile), paragraph([hostile, { text: hostile, bold: true, italic: true, href: 'https://example.org/?a=1&b="2"', note: hostile }], { provenance: 'stale' }),
    bullets([hostile]), table([{ label: hostile }, { label: 'n', numeric: true }], [[hostile, '1']], { caption: hostile }),
    comparison({ party: 'A', blocks: [paragraph(hostile)] }, { party: 'B', label: hostile, blocks: [] }),
    facts([{ label: hostile, text: hostile }]), quote(hostile, { source: hostile }),
  ],
};
