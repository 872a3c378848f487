import { Bookmark, ExternalHyperlink, FootnoteReferenceRun, InternalHyperlink, Paragraph, TextRun } from 'docx';
import type { IRunOptions, ParagraphChild } from 'docx';
import type { Span } from '../model/spans.ts';
import { wordLanguage } from './styles.ts';

/** Runs of a paragraph; `around` is the language Word already expects there. */
export function runsOf(spans: readonly Span[], around: string, look: IRunOptions = {}): ParagraphChild[] {
  return spans.flatMap((span) => childrenOf(span, around, look));
}

function childrenOf(span: Span, around: string, look: IRunOptions): ParagraphChild[] {
  if (span.note) {
    const note = new Paragraph({ style: 'FootnoteText', children: runsOf(span.note, around) });
    return [new FootnoteReferenceRun({ children: [note] })];
  }
  const runs = span.text.split('\n').map((text, line) => new TextRun(optionsOf(span, text, line > 0, around, look)));
  if (span.href === undefined) return runs;
  return [span.href.startsWith('#') ? new InternalHyperlink({ anchor: bookmarkName(span.href.slice(1)), children: runs }) : new ExternalHyperlink({ link: span.href, children: runs })];
}

function optionsOf(span: Span, text: string, broken: boolean, around: string, look: IRunOptions): IRunOptions {
  const { script } = span;
  const lang = wordLanguage(span.lang);
  return {
    ...look,
    text,
    ...(broken ? { break: 1 } : {}),
    ...(span.mark ? { style: 'ProvenanceMark' } : span.href === undefined ? {} : { style: 'Hyperlink' }),
    ...(span.bold ? { bold: true } : {}),
    // A script without italics of its own stays upright: Word would slant it by machine.
    ...(span.italic ? { italics: true, italicsComplexScript: !script } : {}),
    // All four slots name the script's font, so that it is used however Word classes the characters.
    ...(script ? { font: { ascii: script.serif, hAnsi: script.serif, eastAsia: script.serif, cs: script.serif }, language: { value: lang, bidirectional: wordLanguage(script.lang) } } : {}),
    ...(!script && span.lang !== around ? { language: { value: lang } } : {}),
  };
}

/** Word's bookmark names: letters, digits and underscores, at most 40 characters, beginning with a letter. */
export const bookmarkName = (anchor: string): string => `r_${anchor.replace(/[^\p{L}\p{N}]/gu, '_')}`.slice(0, 40);

/** The runs under a bookmark that links point at. */
export const marked = (anchor: string, children: readonly ParagraphChild[]): ParagraphChild[] => [new Bookmark({ id: bookmarkName(anchor), children: [...children] })];
