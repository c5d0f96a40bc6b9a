// Keeps the best of the hits that come by, beyond a position.

/** A document that was found; the lower the score the better. */
export interface Hit {
  number: number;
  score: number;
}

/** Which hits are kept: the first so many beyond a position, in the order of scores and then numbers or in reverse. */
export interface Wanted {
  after: Hit | null;
  reversed: boolean;
  limit: number;
}

/** Holds no more hits than are wanted. */
export class BestHits {
  /** In order. */
  readonly hits: Hit[] = [];
  readonly #wanted: Wanted;

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
  }

  get reversed(): boolean {
    return this.#wanted.reversed;
  }

  /** No hit with a worse score is taken. */
  get worst(): number {
    const { limit, reversed } = this.#wanted;
    if (this.hits.length < limit) return reversed ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return (this.hits[limit - 1] as Hit).score;
  }

  /** Whether a hit with the worst score is not taken if its number is this or a higher one. */
  tiesLose(number: number): boolean {
    const { limit, reversed } = this.#wanted;
    return !reversed && this.hits.length === limit && (this.hits[limit - 1] as Hit).number < number;
  }

  /** Whether a hit with this score and number, or with a better score, could be among the best. */
  couldTake(score: number, number: number): boolean {
    const { limit } = this.#wanted;
    return this.hits.length < limit || this.#isBefore(score, number, this.hits[limit - 1] as Hit);
  }

  add(score: number, number: number): void {
    const { after, limit } = this.#wanted;
    if (!this.couldTake(score, number)) return;
    if (after && !this.#isBeyond(score, number, after)) return;
    let at = this.hits.length;
    while (at > 0 && this.#isBefore(score, number, this.hits[at - 1] as Hit)) at--;
    this.hits.splice(at, 0, { number, score });
    if (this.hits.length > limit) this.hits.pop();
  }

  #isBefore(score: number, number: number, hit: Hit): boolean {
    const isLower = score < hit.score || (score === hit.score && number < hit.number);
    return isLower !== this.#wanted.reversed;
  }

  #isBeyond(score: number, number: number, hit: Hit): boolean {
    return (score !== hit.score || number !== hit.number) && !this.#isBefore(score, number, hit);
  }
}
