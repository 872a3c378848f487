/** The styles of a workbook to fill in: plain, head, text, date, and numbers with as many decimals as they have. */
const MOST_PLACES = 10;
const FIRST_NUMBER = 4;
const OWN_FORMAT = 164;

const formats = ['dd/mm/yyyy', ...Array.from({ length: MOST_PLACES + 1 }, (_, places) => (places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`))];
const format = (id: number, alignment: string): string => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"${alignment}/></xf>`;

/** Which style a cell takes; a number by its decimals. */
export function styleOf(holds: 'text' | 'number' | 'date', value = ''): number {
  if (holds === 'text') return 2;
  if (holds === 'date') return 3;
  return FIRST_NUMBER + Math.min(MOST_PLACES, value.split('.')[1]?.length ?? 0);
}

/** `49` is text: what is typed there ("1/2", "007") stays as it is typed. */
export const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${formats.length}">${formats.map((code, i) => `<numFmt numFmtId="${OWN_FORMAT + i}" formatCode="${code}"/>`).join('')}</numFmts>`
  + '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
  + '<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
  + `<cellXfs count="${FIRST_NUMBER + MOST_PLACES + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="bottom" wrapText="1"/></xf>`
  + `${format(49, ' wrapText="1"')}${format(OWN_FORMAT, ' horizontal="left"')}${Array.from({ length: MOST_PLACES + 1 }, (_, places) => format(OWN_FORMAT + 1 + places, '')).join('')}</cellXfs></styleSheet>`;
