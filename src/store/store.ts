// The port that HTTP asks for data. A store answers from one state of the data at a time: documents out, no SQL, no numbers.
import type { Collection, Kind } from '../records/kinds.ts';
import type { RankableQuery } from '../text/query.ts';
import type { ChangePosition, ChangeSpan, DocumentChange, DocumentDates, Revision } from './changes.ts';
import type { FacetCounts, PairCount } from './counts.ts';
import type { Completion, Hits } from './hits.ts';
import type { DatasetLanguages } from './languages.ts';
import type { DocumentId, Name, NamedId, NamedKind, NameQuestion } from './names.ts';
import type { Page, Plan, Position, Selection } from './plan.ts';

/** An answer that an embedded store gives at once, and a remote one later. `await` takes both. */
export type Later<T> = T | Promise<T>;

/**
 * The dataset as a whole. `derivation` names the code that made its documents. `ingestedAt` is when its content was loaded, `derivedAt`
 * when its documents were made last; both ISO 8601, UTC.
 */
export interface Dataset {
  version: string;
  derivation: string;
  languages: DatasetLanguages;
  ingestedAt: string;
  derivedAt: string;
}

/** What is wrong with the source of the data. */
export interface Trouble {
  /** For the log: where, why, and the way out. */
  error: Error;
  /** For clients: no path, no internals. */
  detail: string;
}

export interface Store {
  /**
   * Runs the work on the newest state of the data, which stays readable until the work ends. All that one request reads
   * comes from that state. Throws a DatabaseError where the data cannot be read.
   */
  read<T>(work: (state: State) => Later<T>): Promise<T>;
  /** Changes whenever the newest state does: answers may be cached under it. */
  generation(): number;
  /** The newest dataset; null where nothing has been ingested. */
  dataset(): Dataset | null;
  /** Number of all documents of the newest state. */
  size(): number;
  /** Path of the database file that is served; null where there is none to download. */
  readonly file: string | null;
  /** What is wrong now, even where answers still come from an older state; null where nothing is. */
  trouble(): Trouble | null;
  close(): Later<void>;
}

/** One state of the data, which never changes. */
export interface State {
  /** Null where nothing has been ingested. */
  readonly dataset: Dataset | null;
  /** Reads something anew, to prove that the data can be read. Throws a DatabaseError where they cannot. */
  probe(): Later<void>;
  /** Number of all documents. */
  readonly size: number;
  /** Number of documents of each collection. */
  counts(): Later<Record<Collection, number>>;
  /** One page of a list. */
  page(plan: Plan): Later<Page>;
  /** The exact number of documents of each selection. */
  totals(selections: readonly Selection[]): Later<number[]>;
  /** All documents of a list in order, in batches, for as long as the caller reads. The state stays readable meanwhile. */
  everything(plan: Plan): Stream<Buffer[]>;
  /**
   * All values of each facet that the documents of a selection carry, with the number of documents that are left where the
   * value is asked for, too. So a statement counts for a mode by a rendition that satisfies the groups by outlet.
   */
  facets(selection: Selection, facets: readonly string[]): Later<FacetCounts>;
  /**
   * The same for all pairs of values of two facets, most frequent first, ties by the values. No group asks for values of a
   * facet of renditions that is one of the two.
   */
  pairs(selection: Selection, facets: readonly [string, string]): Later<PairCount[]>;
  /** The documents with these ids, in their order; null where the collection has no such id. */
  documents(collection: Collection, ids: readonly string[]): Later<(Buffer | null)[]>;
  /** When documents were added and last changed, in their order; null where there is no such document. */
  dates(documents: readonly DocumentId[]): Later<(DocumentDates | null)[]>;
  /** The names of documents, in their order; null where there is no such document. */
  names(documents: readonly DocumentId[]): Later<(Name | null)[]>;
  /** The records that each name stands for: none, one, or several where it is ambiguous. */
  resolve(names: readonly NameQuestion[]): Later<NamedId[][]>;
  /** The id that took the place of a retired one, or null. */
  successor(collection: Collection, retired: string): Later<string | null>;

  // For errors: these may cost a comparison with every name.

  /** The record whose name comes nearest, or null. */
  nearestName(name: NameQuestion): Later<NamedId | null>;
  /** The id of a collection that comes nearest, or null. */
  nearestId(collection: Collection, text: string): Later<string | null>;
  /** All records of these kinds by id; null where there are more than `most`. */
  knownIds(kinds: readonly NamedKind[], most: number): Later<NamedId[] | null>;
  /** The values of a facet that documents carry, in order. */
  knownValues(collection: Collection, facet: string): Later<string[]>;

  /** The best documents of several collections for a search, at most `limit` after a position, and the number of all. */
  found(
    search: RankableQuery,
    collections: readonly Collection[],
    after: Position | null,
    limit: number,
  ): Later<Hits>;
  /** Names of these kinds of which a word begins with a name key, the most used first. */
  completions(key: string, kinds: readonly Kind[], limit: number): Later<Completion[]>;

  /** The log of changes. */
  readonly changes: ChangeLog;
  /** The size of `/dataset.ndjson`, the canonical JSON of every record, in bytes. */
  recordBytes(): Later<number>;
  /** Its bytes from `first` to `last`, both inclusive, in pieces. */
  records(first: number, last: number): Stream<Buffer>;
}

/** Results one after another: at once from an embedded store, later from a remote one. */
export type Stream<T> = Iterable<T> | AsyncIterable<T>;

/** What the log remembers. It forgets its oldest revisions. */
export interface ChangeLog {
  /** The newest revision. There is one wherever something was ingested. */
  newest(): Later<Revision>;
  /** The revision with this number; the newest where it is gone. */
  revision(number: number): Later<Revision>;
  /** The first remembered revision with this content; null where there is none. */
  ofVersion(version: string): Later<Revision | null>;
  /** The newest revision at a moment (ISO 8601, UTC); null before the first, undefined where it is forgotten. */
  at(moment: string): Later<Revision | null | undefined>;
  /** The versions of the latest remembered revisions, newest first. */
  versions(limit: number): Later<string[]>;
  /** The changes of a span after a position, in order, at most `limit`. */
  page(span: ChangeSpan, after: ChangePosition | null, limit: number): Later<DocumentChange[]>;
  /** The number of changes of a span. */
  count(span: ChangeSpan): Later<number>;
  /**
   * The last change of each document in a span, newest first, at most `limit` after a position. Changes of a document
   * before its last one leave no trace here, and neither does what was added and removed again. Removals are told as
   * far back as the log remembers.
   */
  latest(
    span: Omit<ChangeSpan, 'asks'>,
    after: ChangePosition | null,
    limit: number,
  ): Later<DocumentChange[]>;
  /** All changes of a span after a position, for as long as the caller reads. */
  everything(span: ChangeSpan, after: ChangePosition | null): Stream<DocumentChange[]>;
}
