// How alike two texts are: the terms they share, weighted by their rarity in the record.
import { settings } from './settings.ts';
import { rootOf, termsOf } from './terms.ts';

/** A text as its terms, each with a word that has it, and the rough roots of these. */
export type Text = { terms: ReadonlyMap<string, string>; roots: ReadonlySet<string> };

export function textOf(words: string): Text {
  const terms = termsOf(words);
  return { terms, roots: new Set([...terms.keys()].flatMap((term) => rootOf(term) ?? [])) };
}

/** All terms of several texts as one. */
export function together(texts: readonly Text[]): Text {
  const [only] = texts;
  if (texts.length === 1 && only !== undefined) return only;
  return {
    terms: new Map(texts.flatMap(({ terms }) => [...terms])),
    roots: new Set(texts.flatMap(({ roots }) => [...roots])),
  };
}

/** How rare terms and roots are among a number of texts. */
export class Rarity {
  private readonly terms = new Map<string, number>();
  private readonly roots = new Map<string, number>();
  private count = 0;

  add({ terms, roots }: Text): void {
    this.count += 1;
    for (const term of terms.keys()) this.terms.set(term, (this.terms.get(term) ?? 0) + 1);
    for (const root of roots) this.roots.set(root, (this.roots.get(root) ?? 0) + 1);
  }

  of(term: string): number {
    return this.weight(this.terms.get(term));
  }

  ofRoot(root: string): number {
    return this.weight(this.roots.get(root));
  }

  sum({ terms }: Text): number {
    let sum = 0;
    for (const term of terms.keys()) sum += this.of(term);
    return sum;
  }

  private weight(times: number | undefined): number {
    return times === undefined ? settings.unknownWord : Math.log(1 + this.count / times);
  }
}

/** From 0 to 1: the weight shared against the mean of both sides (Dice) and against the shorter side; less where it is small. */
export function scoreOf(shared: number, one: number, other: number): number {
  const { shareOfShorter, halfEvidence } = settings;
  const ofBoth = (2 * shared) / (one + other);
  const ofShorter = shared / Math.min(one, other);
  const score = (1 - shareOfShorter) * ofBoth + shareOfShorter * ofShorter;
  return Math.min(1, (score * shared) / (shared + halfEvidence));
}

/** Words of the first text whose term, or at least whose root, the second has. */
export function sharedWords(one: Text, other: Text): string[] {
  return [...one.terms].flatMap(([term, word]) => (shares(term, other) ? word : []));
}

function shares(term: string, { terms, roots }: Text): boolean {
  return terms.has(term) || roots.has(rootOf(term) ?? '');
}
