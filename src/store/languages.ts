// The languages of a dataset's texts, and the order in which they stand.

/** Language tags (BCP 47), each list in one order: English and Arabic first, then by letters. */
export interface DatasetLanguages {
  /** All in which there is a text. */
  all: readonly string[];
  /** Those in which a statement is summed up, or which a record puts first: every text is in one of them. */
  main: readonly string[];
}

/** English and Arabic come first, then the others by their letters: a new language moves no other. */
export const inOrder = (languages: Iterable<string>): string[] =>
  [...languages].sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));

const placeOf = (language: string): number => {
  const place = ['en', 'ar'].indexOf(language);
  return place < 0 ? 2 : place;
};
