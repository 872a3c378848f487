/** Measures of the page, in twips (twentieths of a point): A4, margins as in the PDF. */
export const PAGE = { width: 11_906, height: 16_838, top: 1_531, bottom: 1_361, left: 1_531, right: 1_304 };
export const MEASURE = PAGE.width - PAGE.left - PAGE.right;

export const INK = '1B1D20';
export const QUIET = '55585E';
export const HAIR = 'CFCABD';
export const WASH = 'F6F4EE';

/** A party's colour as Word writes it. */
export const hex = (colour: string): string => colour.slice(1).toUpperCase();
