// How much a word counts for a document, in seven bits, and how much a hit is worth.

/** The highest impact there is. */
export const mostImpact = 127;

/** Set beside an impact where the word stands inside quotation marks. */
export const quotedFlag = 0x80;

/** Set beside both where the word has the very form that was asked for. */
export const exactFlag = 0x100;

/** What one occurrence in a column weighs: quoted, own, names. */
export const columnWeights = [8, 4, 2] as const;

/** Words of a document whose length is neither to its credit nor against it. */
const commonLength = 64;
/** How much length counts, and the weight at which a document of common length has half of the impact (BM25: b, k1). */
const lengthShare = 0.75;
const halfWeight = 12;

/** What the weight of a word is set against in a document of so many words. */
export const weightToMatch = (words: number): number =>
  halfWeight * (1 - lengthShare + (lengthShare * words) / commonLength);

/** The impact of a word with this weight in all, from 1 up: ever less is added by ever more, as in BM25. */
export const impactOf = (weight: number, toMatch: number): number =>
  Math.max(1, Math.round((mostImpact * weight) / (weight + toMatch)));

/** What a part of a query counts that so many of all documents hold: the inverse document frequency of BM25. */
export const rarityOf = (documents: number, all: number): number =>
  Math.log(1 + (Math.max(all - documents, 0) + 0.5) / (documents + 0.5));

/** Other forms count half of the very form that was asked for. */
const otherForms = 0.5;

/** What a level (an impact with its flags) is worth, for each level there is. */
export function worths(rarity: number): Float64Array {
  return Float64Array.from({ length: exactFlag * 2 }, (_, level) => {
    const share = level & exactFlag ? 1 : otherForms;
    return (rarity * share * (level & mostImpact)) / mostImpact;
  });
}

/**
 * The score of a hit, the lower the better: all words in the very form that was asked for come before all words inside
 * quotation marks, these before the rest, and within that the sum of what the words are worth decides. That stays below
 * a thousand: a query has 32 words, and none is rarer than one document in all.
 */
export const scoreOf = (flags: number, worth: number): number =>
  -worth - (flags & exactFlag ? 2000 : 0) - (flags & quotedFlag ? 1000 : 0);
