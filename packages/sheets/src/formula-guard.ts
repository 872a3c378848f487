/** A field that a spreadsheet would run as a formula; plain numbers are left alone. */
const RUNS_AS_FORMULA = /^(?![+-]?\d[\d.,]*$)[=+\-@\t\r]/;

/** A field with the guard in front, whether put there or typed so: what is typed so gets another, or import would take a character of the text. */
const LOOKS_DEFUSED = /^'+(?![+-]?\d[\d.,]*$)[=+\-@\t\r]/;

/**
 * Spreadsheet programs run a text cell that begins with = + - @ as a formula, so such a cell gets an apostrophe in front
 * (OWASP, CSV injection). `undefused` takes it off again on import.
 */
export const defused = (text: string): string => (LOOKS_DEFUSED.test(text) || RUNS_AS_FORMULA.test(text) ? `'${text}` : text);

/** The text as it was before `defused`. */
export const undefused = (text: string): string => (LOOKS_DEFUSED.test(text) ? text.slice(1) : text);
