// The port of the text index: all documents that match a query, or the best of them.
import { type Block, difference, intersect, union } from '../doc-ids/block.ts';
import { type DocIdRange, DocIdSet, emptySet } from '../doc-ids/doc-id-set.ts';
import type { Clause, RankableQuery, TextQuery } from '../text/query.ts';
import type { ClausePostings } from './clause-postings.ts';
import type { ImpactTable } from './impact-table.ts';
import type { IndexReader } from './index-reader.ts';
import { Intersector } from './intersection.ts';
import { phraseQuery } from './phrase-query.ts';
import { rank } from './rank.ts';
import { termQuery } from './term-query.ts';
import { type Hit, TopHits } from './top-hits.ts';

export type { Hit } from './top-hits.ts';

/** Which hits to return: at most `limit` that come after a position (null: from the best one on). */
export interface Page {
  after: Hit | null;
  limit: number;
}

export interface TextIndex {
  /**
   * All documents of a range that match. Of a query that only excludes, it returns the documents to exclude: those that match
   * any `mustNot` clause.
   */
  matching(query: TextQuery, range: DocIdRange): DocIdSet;
  /**
   * The best documents that match, in a range and (unless null) in a set, by score and then by document id. `total` is the
   * number of all that match, independent of the page.
   */
  best(
    query: RankableQuery,
    among: DocIdSet | null,
    range: DocIdRange,
    page: Page,
  ): { total: number; hits: Hit[] };
}

/** Memory that answering uses again; indexes may share it, as each answer is made without a pause. */
export interface Scratch {
  tables: ImpactTable[];
  intersector: Intersector;
}

export const newScratch = (): Scratch => ({ tables: [], intersector: new Intersector() });

/** Opens the index of a state that does not change. `documents` is the number of all documents, for the idf. */
export function openTextIndex(
  reader: IndexReader,
  documents: () => number,
  { tables, intersector }: Scratch = newScratch(),
): TextIndex {
  const open = (clauses: readonly Clause[]): ClausePostings[] =>
    clauses.flatMap((clause) => postingsOf(reader, intersector, clause) ?? []);

  return {
    matching(query, range) {
      const mustNot = open(query.mustNot);
      if (query.kind === 'excluding') {
        return collectBlocks(keysOfAny(mustNot), (key) => matchingAny(mustNot, key)).inRange(range);
      }
      const must = open(query.must);
      if (must.length < query.must.length) return emptySet;
      return collectBlocks(keysOfAll(must), (key) => matchingAll(must, mustNot, key)).inRange(range);
    },
    best(query, among, range, { after, limit }) {
      const top = new TopHits(after, limit);
      const must = open(query.must);
      if (must.length < query.must.length) return { total: 0, hits: [] };
      const keys = keysOfAll(must).filter((key) => key >= range.first >>> 16 && key <= range.last >>> 16);
      const ranked = { must, mustNot: open(query.mustNot), among, range, documents: documents() };
      return { total: rank(ranked, keys, top, tables), hits: top.hits };
    },
  };
}

/** Looks the clause up in the dictionary. Null if no document can match it. */
function postingsOf(
  reader: IndexReader,
  intersector: Intersector,
  { forms, stems }: Clause,
): ClausePostings | null {
  const isExact = stems.length === 0;
  const known = forms.map((form) => reader.form(form));
  if (forms.length === 1) {
    const [form] = known;
    const asked = isExact ? [form?.stem] : stems.flat().map((stem) => reader.stem(stem));
    const found = asked.filter((stem) => stem !== undefined).map((stem) => reader.summaries(stem));
    return found.length === 0 ? null : termQuery(reader, { stems: found, form: form?.number ?? 0, isExact });
  }
  const [sequence = []] = stems;
  const words = known.flatMap((form, at) => {
    const stem = isExact ? form?.stem : reader.stem(sequence[at] as string);
    return stem === undefined ? [] : [{ summaries: reader.summaries(stem), form: form?.number ?? 0 }];
  });
  return words.length < forms.length ? null : phraseQuery(reader, intersector, { words, isExact });
}

const keysOfAny = (clauses: readonly ClausePostings[]): number[] =>
  [...new Set(clauses.flatMap((clause) => [...clause.blockKeys()]))].sort((a, b) => a - b);

function keysOfAll(clauses: readonly ClausePostings[]): number[] {
  const sets = clauses.map((clause) => new Set(clause.blockKeys()));
  return keysOfAny(clauses).filter((key) => sets.every((set) => set.has(key)));
}

function matchingAny(clauses: readonly ClausePostings[], key: number): Block | null {
  return clauses
    .map((clause) => clause.matching(key))
    .reduce((a, b) => (a && b ? union([a, b]) : (a ?? b)), null);
}

function matchingAll(
  must: readonly ClausePostings[],
  mustNot: readonly ClausePostings[],
  key: number,
): Block | null {
  const [first, ...others] = must.map((clause) => clause.matching(key)) as [
    Block | null,
    ...(Block | null)[],
  ];
  const found = others.reduce((a, b) => a && b && intersect(a, b), first);
  const excluded = matchingAny(mustNot, key);
  return found && excluded ? difference(found, excluded) : found;
}

function collectBlocks(keys: readonly number[], blockAt: (key: number) => Block | null): DocIdSet {
  const found = keys.flatMap((key) => {
    const block = blockAt(key);
    return block ? [{ key, block }] : [];
  });
  return new DocIdSet(
    found.map(({ key }) => key),
    found.map(({ block }) => block),
  );
}
