/** A word as it is compared when accents are typed: lower case, NFC. */
export function exactForm(word: string): string {
  return word.toLowerCase().normalize('NFC');
}
