/**
 * The words of one language by which a text shows its build. Plain words, matched with their case unless said
 * otherwise; a language is added by one more file.
 */
export interface Vocabulary {
  /** Before the number of an item: `Điều 3`. */
  readonly itemWords: readonly string[];
  /** Before the number of a part that begins its own numbering: `Phụ lục 1`. */
  readonly annexWords: readonly string[];
  /** Before the number of a part that does not: `Chương II`. */
  readonly chapterWords: readonly string[];
  /** Numbers in words, by value. */
  readonly numberWords: readonly (readonly string[])[];
  /** Ordinals that begin an entry, by value; the kinds of one row make separate lists: "Thứ nhất", "Một là". */
  readonly ordinals: readonly (readonly string[])[];
  /** A line that ends with one of these expects its number on the next: that number is no item. */
  readonly awaitsNumber: readonly string[];
  /** A line that ends with one of these goes on in the next. */
  readonly dangling: readonly string[];
  /** Right after a number: it counts something and is no item. Any case. */
  readonly units: readonly string[];
  /** Paragraphs that begin so give reasons, they promise nothing. */
  readonly recitals: readonly string[];
  /** Entries that begin so name the people present. */
  readonly honorifics: readonly string[];
  /** Paragraphs that begin so follow the last item. Any case. */
  readonly closings: readonly string[];
  /** Page numbers: `Trang 2/5`. Any case. */
  readonly pageWords: readonly string[];
  /** Whole lines of a web page that belong to its frame. Any case. */
  readonly navigation: readonly string[];
  /** Whole lines after which a web page shows other articles. Any case. */
  readonly tails: readonly string[];
  /** Such lines that may also stand between two items of a list. Any case. */
  readonly softTails: readonly string[];
  /** Short lines that begin so name a source, an author, a photographer. */
  readonly bylines: readonly string[];
  /** Lines that say so are about the page's rights. Any case. */
  readonly rights: readonly string[];
}
