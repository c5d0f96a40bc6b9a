// The texts of a document as they are handed to the index.

/** What a document can be found by, in three fields; a hit in an earlier one is worth more. */
export interface IndexedText {
  /** Words inside quotation marks; of anything but a statement, its own names. */
  quoted?: readonly string[];
  /** Gists, descriptions and notes. */
  own?: readonly string[];
  /** Names and aliases of each thing that it is about. A list that comes again should be the same array: it is read once. */
  names?: readonly (readonly string[])[];
}
