import { AlignmentType, BorderStyle, LevelFormat, LevelSuffix, LineRuleType, ShadingType } from 'docx';
import type { ILevelsOptions, IRunStylePropertiesOptions, IStylesOptions, NumberingDefinition } from 'docx';
import { scriptOf, scripts } from '../fonts/scripts.ts';
import type { Labels } from '../labels.ts';
import { INK, MEASURE, QUIET, WASH } from './page.ts';

/**
 * The Word file is the working copy: it is set in the fonts that every office has and that Decree 30/2020/NĐ-CP (appendix I)
 * asks of official papers, Times New Roman with Arial for labels; Lao in Noto Serif Lao, which travels in the file.
 */
const SERIF = 'Times New Roman';
const SANS = 'Arial';

/** A font for everything but the scripts that have their own; those are the complex-script font. */
export function faceOf(style: 'serif' | 'sans'): NonNullable<IRunStylePropertiesOptions['font']> {
  const latin = style === 'serif' ? SERIF : SANS;
  return { ascii: latin, hAnsi: latin, eastAsia: latin, cs: scripts[0]?.serif ?? latin };
}

/** Word names languages with their country: `vi` is `vi-VN`. */
export function wordLanguage(lang: string): string {
  const { language, region } = new Intl.Locale(lang).maximize();
  return region === undefined ? language : `${language}-${region}`;
}

const sans = (halfPoints: number, more: IRunStylePropertiesOptions = {}): IRunStylePropertiesOptions => ({ font: faceOf('sans'), size: halfPoints, color: INK, ...more });

export function stylesFor(lang: string): IStylesOptions {
  // The script's font brings tall lines of its own; Latin text gets its air here.
  const line = scriptOf(lang) ? 240 : 300;
  const head = (size: number, before: number, after: number, style: 'serif' | 'sans') => ({
    run: { font: faceOf(style), size, bold: true, color: INK },
    paragraph: { spacing: { before, after, line: 264, lineRule: LineRuleType.AUTO }, keepNext: true, keepLines: true, alignment: AlignmentType.LEFT },
  });
  return {
    default: {
      document: {
        run: { font: faceOf('serif'), size: 22, color: INK, language: { value: wordLanguage(lang), bidirectional: wordLanguage(scriptOf(lang)?.lang ?? scripts[0]?.lang ?? lang) } },
        paragraph: { spacing: { after: 120, line, lineRule: LineRuleType.AUTO }, alignment: AlignmentType.LEFT },
      },
      title: { run: { size: 52, bold: true, color: INK }, paragraph: { spacing: { before: 160, after: 160, line: 252, lineRule: LineRuleType.AUTO } } },
      heading1: head(34, 480, 160, 'serif'),
      heading2: head(27, 360, 120, 'serif'),
      heading3: head(22, 300, 100, 'sans'),
      heading4: head(19, 240, 80, 'sans'),
      caption: { run: sans(17, { bold: false, italics: false }), paragraph: { spacing: { before: 160, after: 100 } } },
      footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 40, line: 252, lineRule: LineRuleType.AUTO } } },
      hyperlink: { run: { color: INK, underline: { type: 'single', color: QUIET } } },
    },
    paragraphStyles: [
      { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { size: 28, color: QUIET }, paragraph: { spacing: { after: 700 } } },
      { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { size: 25, color: QUIET }, paragraph: { spacing: { after: 200 } } },
      { id: 'Small', name: 'Small', basedOn: 'Normal', run: sans(17, { color: QUIET }) },
      { id: 'Label', name: 'Label', basedOn: 'Normal', run: sans(18, { bold: true }), paragraph: { keepNext: true, spacing: { before: 120, after: 60 } } },
      { id: 'PartyLabel', name: 'Party label', basedOn: 'Normal', run: sans(17, { bold: true }), paragraph: { spacing: { before: 20, after: 60 } } },
      { id: 'TableText', name: 'Table text', basedOn: 'Normal', run: sans(18), paragraph: { spacing: { before: 30, after: 30, line: 252, lineRule: LineRuleType.AUTO } } },
      { id: 'TableSmall', name: 'Table text small', basedOn: 'TableText', run: sans(16), paragraph: { spacing: { before: 10, after: 10, line: 245, lineRule: LineRuleType.AUTO } } },
      {
        id: 'InstrumentText', name: 'Instrument text', basedOn: 'Normal', run: {},
        paragraph: { indent: { left: 200, right: 200 }, shading: { type: ShadingType.CLEAR, fill: WASH }, border: { left: { style: BorderStyle.SINGLE, size: 8, color: QUIET, space: 8 } } },
      },
      { id: 'ContentsHeading', name: 'Contents heading', basedOn: 'Normal', run: { size: 34, bold: true }, paragraph: { spacing: { after: 240 } } },
      ...[1, 2, 3].map((level) => ({
        id: `TOC${level}`, name: `toc ${level}`, basedOn: 'Normal', run: { bold: level === 1 },
        paragraph: { spacing: { before: level === 1 ? 120 : 0, after: 40 }, indent: { left: (level - 1) * 400 }, rightTabStop: MEASURE },
      })),
    ],
    characterStyles: [{ id: 'ProvenanceMark', name: 'Provenance mark', run: sans(16, { bold: false, italics: false, color: QUIET }) }],
  };
}

const bulletLevels: readonly ILevelsOptions[] = [0, 1, 2].map((level) => ({
  level, format: LevelFormat.BULLET, text: '–', alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 260 }, spacing: { after: 50 } } },
}));

const numberLevels = (start: number): readonly ILevelsOptions[] => [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN].map((format, level) => ({
  level, format, text: `%${level + 1}.`, start: level === 0 ? start : 1, alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 340 }, spacing: { after: 50 } } },
}));

const headingLevels: readonly ILevelsOptions[] = ['%1', '%1.%2', '%1.%2.%3', '%1.%2.%3.%4'].map((text, level) => ({
  level, format: LevelFormat.DECIMAL, text, suffix: LevelSuffix.SPACE, alignment: AlignmentType.LEFT, style: { run: { color: QUIET }, paragraph: { indent: { left: 0, firstLine: 0 } } },
}));

/** Headings are numbered by Word itself, so that the numbers stay right while the text is worked on. */
export function numberingFor(labels: Labels, starts: ReadonlySet<number>): { readonly config: readonly NumberingDefinition[] } {
  const annexLevels = headingLevels.map((each): ILevelsOptions => (each.level === 0 ? { ...each, format: LevelFormat.UPPER_LETTER, text: `${labels('annex', { letter: '%1' })}.` } : each));
  return {
    config: [
      { reference: 'headings', levels: headingLevels },
      { reference: 'annexes', levels: annexLevels },
      { reference: 'bullets', levels: bulletLevels },
      ...Array.from(starts, (start) => ({ reference: `numbers-${start}`, levels: numberLevels(start) })),
    ],
  };
}
