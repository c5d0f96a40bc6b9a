// Finds terms by their numbers, and remembers what they say: a term is in many documents.
import type { Prepare } from '../prepare.ts';

/** A term by its number. */
export interface NumberedTerm {
  number: number;
  facet: string;
  value: string;
}

/** The terms of a state that does not change. What it holds grows to no more than all there are. */
export class NumberedTerms {
  readonly #prepare: Prepare;
  #known: (NumberedTerm | undefined)[] | null = null;

  constructor(prepare: Prepare) {
    this.#prepare = prepare;
  }

  /** How many numbers there are; that of each term is below. */
  get end(): number {
    return this.#byNumber().length;
  }

  /** What the terms with these numbers say, in the same order; all of them are there. */
  at(numbers: readonly number[]): NumberedTerm[] {
    const known = this.#byNumber();
    const unknown = new Set(numbers.filter((number) => known[number] === undefined));
    if (unknown.size > 0) for (const term of this.#read([...unknown])) known[term.number] = term;
    return numbers.map((number) => known[number] as NumberedTerm);
  }

  /** The facet of the term with this number, which is there. */
  facetOf(number: number): string {
    const term = this.#byNumber()[number] ?? this.at([number])[0];
    return (term as NumberedTerm).facet;
  }

  /** An array of its full length from the start: one that grows by leaps becomes a dictionary, which is slower. */
  #byNumber(): (NumberedTerm | undefined)[] {
    const last = () => this.#prepare('SELECT max(number) FROM term').pluck().get() as number | null;
    this.#known ??= new Array((last() ?? 0) + 1);
    return this.#known;
  }

  #read(numbers: readonly number[]): NumberedTerm[] {
    const query = `SELECT number, facet, term.value FROM json_each(?) AS asked
      CROSS JOIN term ON number = asked.value`;
    return this.#prepare(query).all(JSON.stringify(numbers)) as NumberedTerm[];
  }
}
