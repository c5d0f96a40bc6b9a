/**
 * The numbers by which joining is decided. They were chosen on the articles of the Alaska record;
 * `npm run draft -- --evaluate-record` measures them.
 */
export const settings = {
  /** From this score on a rendition is written for the statement; below it a comment names it. In doubt, two statements. */
  joining: 0.28,
  /** In doubt between two statements nothing is joined: the scores must differ by this. */
  margin: 0.05,
  /** Below this score nothing is named, and no part is worth a cut. */
  naming: 0.2,
  /** Part of the score: how much of the shorter text is shared; the rest is how much of both. */
  shareOfShorter: 0.4,
  /** The weight of shared words at which a likeness counts half: few common words prove little. */
  halfEvidence: 2,
  /** A rough root in common counts as this part of a word in common. */
  root: 0.5,
  /** The weight of a word that the record never uses; one that a single statement of 80 has weighs 4.4. */
  unknownWord: 3,
  /** Costs of a cut, and of leaving sentences together. */
  cut: { sure: 0, clause: 0.3, weak: 2 },
  together: 1,
  /** Taken from the score of a statement that the article has rendered before. */
  again: 0.05,
};
