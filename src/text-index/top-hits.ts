// Collects the k best hits beyond a position.

/** A document that was found. The lower the score, the better; ties go by document id. */
export interface Hit {
  docId: number;
  score: number;
}

/** The top-k queue. It is short, so it is a sorted array and not a heap. */
export class TopHits {
  /** Best first; at most `limit`. */
  readonly hits: Hit[] = [];
  readonly #after: Hit | null;
  readonly #limit: number;

  /** Collects hits that come after the position `after` (null: from the best one on). */
  constructor(after: Hit | null, limit: number) {
    this.#after = after;
    this.#limit = limit;
  }

  /** A hit with a higher score is not taken. Infinite until `limit` hits are there. */
  get worstScore(): number {
    return this.hits.length < this.#limit
      ? Number.POSITIVE_INFINITY
      : (this.hits[this.#limit - 1] as Hit).score;
  }

  /** Whether a hit with the worst score is rejected if its document id is this or a higher one. */
  rejectsTiesFrom(docId: number): boolean {
    return this.hits.length === this.#limit && (this.hits[this.#limit - 1] as Hit).docId < docId;
  }

  /** Whether a hit with this score and document id, or with a better score, could be taken. */
  canAccept(score: number, docId: number): boolean {
    return this.hits.length < this.#limit || isBefore(score, docId, this.hits[this.#limit - 1] as Hit);
  }

  add(score: number, docId: number): void {
    if (!this.canAccept(score, docId)) return;
    if (this.#after && !isBefore(this.#after.score, this.#after.docId, { score, docId })) return;
    let at = this.hits.length;
    while (at > 0 && isBefore(score, docId, this.hits[at - 1] as Hit)) at--;
    this.hits.splice(at, 0, { docId, score });
    if (this.hits.length > this.#limit) this.hits.pop();
  }
}

const isBefore = (score: number, docId: number, hit: Hit): boolean =>
  score < hit.score || (score === hit.score && docId < hit.docId);
