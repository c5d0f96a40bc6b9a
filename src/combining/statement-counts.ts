// Counts statements by what single renditions of them carry: each statement once, however many renditions it has.
import type { DocIdSet } from '../doc-ids/doc-id-set.ts';
import { statementReader } from './renditions.ts';
import type { Source } from './source.ts';

/** Visits the cells in which a document counts, given the numbers of its terms. */
export type CellsOf = (terms: Uint32Array, length: number, visit: (cell: number) => void) => void;

/** Statements, and sets of renditions: in a cell counts a statement that has a rendition of each of the sets there. */
export interface StatementsByRendition {
  among: DocIdSet;
  ways: readonly DocIdSet[];
}

/** The number of statements in each cell that has any. */
export function countStatements(
  source: Source,
  { among, ways }: StatementsByRendition,
  cellsOf: CellsOf,
): Map<number, number> {
  const counts = new Map<number, number>();
  const { first, last } = source.range('statements');
  const statementOf = statementReader(source);
  const pairs = new Pairs(last - first + 1);
  for (const renditions of ways) {
    const isOnly = ways.length === 1 ? onlyRenditions(source, renditions) : () => false;
    source.terms.visitTerms(renditions, (terms, length, rendition) => {
      const statement = statementOf(rendition);
      if (!among.has(statement)) return;
      const isSingle = isOnly(statement);
      cellsOf(terms, length, (cell) => {
        if (isSingle) counts.set(cell, (counts.get(cell) ?? 0) + 1);
        else pairs.add(cell, statement - first);
      });
    });
    pairs.endWay();
  }
  for (const cell of pairs.inEveryWay(ways.length)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return counts;
}

/** Tells whether a statement has one of the renditions alone. */
function onlyRenditions(source: Source, renditions: DocIdSet): (statement: number) => boolean {
  const { first, last } = source.range('statements');
  const statementOf = statementReader(source);
  const times = new Uint8Array(Math.max(last - first + 1, 0));
  for (const rendition of renditions) {
    const at = statementOf(rendition) - first;
    if ((times[at] as number) < 2) (times[at] as number)++;
  }
  return (statement) => times[statement - first] === 1;
}

/** Cells with statements, each pair as one number: cell × number of statements + statement. */
class Pairs {
  readonly #statements: number;
  #held = new Float64Array(1_024);
  #length = 0;
  #wayStart = 0;

  constructor(statements: number) {
    this.#statements = statements;
  }

  add(cell: number, statement: number): void {
    if (this.#length === this.#held.length) {
      const larger = new Float64Array(this.#length * 2);
      larger.set(this.#held);
      this.#held = larger;
    }
    this.#held[this.#length++] = cell * this.#statements + statement;
  }

  /** Keeps each pair once of those that came since the last way. */
  endWay(): void {
    const added = this.#held.subarray(this.#wayStart, this.#length).sort();
    let kept = 0;
    for (let at = 0; at < added.length; at++)
      if (at === 0 || added[at] !== added[kept - 1]) added[kept++] = added[at] as number;
    this.#length = this.#wayStart + kept;
    this.#wayStart = this.#length;
  }

  /** The cell of each pair that came in all of so many ways. */
  *inEveryWay(ways: number): Generator<number> {
    const all = this.#held.subarray(0, this.#length).sort();
    for (let at = ways - 1; at < all.length; at++)
      if (all[at] === all[at - ways + 1]) yield Math.floor((all[at] as number) / this.#statements);
  }
}
