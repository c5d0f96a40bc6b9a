// Impacts: how much a stem counts for a document, computed at ingest in seven bits, and what an impact adds to a score.

export const maxImpact = 127;

/** Set in a flagged impact if the word stands inside quotation marks. */
export const quotedFlag = 0x80;

/** Set in a flagged impact if the document has the exact form that the query asks for. */
export const exactFlag = 0x100;

export const allFlags = exactFlag | quotedFlag;

/** The number of different flagged impacts: seven bits of impact, two flags. */
const flaggedImpacts = exactFlag * 2;

/** What one occurrence weighs in each field: quoted, own, names. */
export const fieldWeights = [8, 4, 2] as const;

/** BM25's b: how much the length of a document counts. */
const lengthShare = 0.75;
/** The length, in words, that neither raises nor lowers an impact. Fixed, where BM25 takes the average of all documents. */
const commonLength = 64;
/** BM25's k1: the weight at which a document of common length has half of the highest impact. */
const halfWeight = 12;

/** The BM25 length norm of a document: an impact is half of the highest where the weight equals it. */
export const lengthNorm = (words: number): number =>
  halfWeight * (1 - lengthShare + (lengthShare * words) / commonLength);

/** The impact of a stem with this total weight in a document, at least 1. It saturates as in BM25. */
export const impactOf = (weight: number, norm: number): number =>
  Math.max(1, Math.round((maxImpact * weight) / (weight + norm)));

/** BM25's inverse document frequency. */
export const idf = (documentFrequency: number, documents: number): number =>
  Math.log(1 + (Math.max(documents - documentFrequency, 0) + 0.5) / (documentFrequency + 0.5));

/** Other forms of a stem than the one that is asked for count half. */
const otherFormShare = 0.5;

/** What each flagged impact of a clause adds to the score of a document. */
export function scoresByImpact(clauseIdf: number): Float64Array {
  return Float64Array.from({ length: flaggedImpacts }, (_, impact) => {
    const share = impact & exactFlag ? 1 : otherFormShare;
    return (clauseIdf * share * (impact & maxImpact)) / maxImpact;
  });
}

/**
 * The score by which hits are sorted: the lower the better. Hits with all words in their exact form come first, among them
 * and after them those with all words inside quotation marks; within these tiers, the sum of the clauses' scores decides.
 * That sum stays below 1,000: a query has 32 words, and the idf of a word that one document has is below 23.
 */
export const rankingScore = (flags: number, sum: number): number =>
  -sum - (flags & exactFlag ? 2000 : 0) - (flags & quotedFlag ? 1000 : 0);
