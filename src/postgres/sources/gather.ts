// Gathers what a request can ask of the indexes, so that the combining code finds all of it at once.

import { boundsOf, instantsOf } from '../../combining/dated.ts';
import { visitTerms } from '../../combining/forward-index.ts';
import { isListed } from '../../combining/having.ts';
import { needsRenditions, spansRenditions } from '../../combining/renditions.ts';
import type { Source } from '../../combining/source.ts';
import type { DocIdRange, DocIdSet } from '../../doc-ids/doc-id-set.ts';
import type { Collection } from '../../records/kinds.ts';
import type { Selection } from '../../store/plan.ts';
import type { TextQuery } from '../../text/query.ts';
import type { TextIndex } from '../../text-index/text-index.ts';
import * as statements from '../statements.ts';
import type { Version } from '../version.ts';
import { fetchAdditions } from './additions.ts';
import { fetchDocumentTerms } from './document-terms.ts';
import { fetchStatementNumbers } from './statement-numbers.ts';
import { fetchTerms, type WantedTerms } from './terms.ts';
import { fetchWords, noWords } from './words.ts';

/** What a request asks of one collection. */
export interface Wanted {
  selections: readonly Selection[];
  /** Facets of the first selection's collection of which all terms are needed. */
  facets?: readonly string[];
  /** Those of them of which all sets are needed. */
  walked?: readonly string[];
  /** Whether the additions to the first selection's collection are needed. */
  additions?: boolean;
}

/** Fetches what is wanted and not held, in as few round trips as it depends on one another. */
export async function gather(version: Version, wanted: Wanted): Promise<Source> {
  const { selections } = wanted;
  const [statementNumbers, terms, additions, moments, lists, indexes] = await Promise.all([
    isByRenditions(wanted) ? fetchStatementNumbers(version) : new Uint32Array(),
    fetchTerms(version, termsOf(wanted)),
    wanted.additions && selections[0] ? fetchAdditions(version, selections[0].collection) : [],
    fetchMoments(version, selections),
    fetchLists(version, selections),
    fetchSearches(version, selections),
  ]);
  return {
    terms: {
      ...terms,
      end: () => version.termEnd,
      visitTerms: () => undefined, // withDocumentTerms
    },
    textIndex: ofSeveral(indexes),
    range: version.range,
    additions: () => additions,
    momentsBetween: (...asked) => moments.get(asked.join(' ')) ?? [],
    statementNumbers: () => statementNumbers,
    listed: (collection, facet, values) => lists.get(listName(collection, facet, values)) ?? [],
  };
}

/** Whether statements are found or counted by their renditions. */
const isByRenditions = ({ selections, facets = [] }: Wanted): boolean =>
  selectionsByRenditions(selections, facets).length > 0;

/** The selections of statements for which renditions are looked at. */
const selectionsByRenditions = (selections: Wanted['selections'], facets: readonly string[]) =>
  selections.filter(
    (selection, at) =>
      selection.collection === 'statements' &&
      (spansRenditions(selection.groups) || (at === 0 && needsRenditions(selection, facets))),
  );

/** The terms of all selections by collection: one round trip for each collection. */
function termsOf({ selections, facets = [], walked = [] }: Wanted): WantedTerms[] {
  const byCollection = new Map<Collection, WantedTerms>();
  for (const { groups } of selectionsByRenditions(selections, facets)) {
    const known = byCollection.get('renditions')?.groups ?? [];
    byCollection.set('renditions', {
      ...{ collection: 'renditions', groups: [...known, ...groups], facets, walked: [] },
    });
  }
  for (const [at, { collection, groups, dates }] of selections.entries()) {
    const known = byCollection.get(collection);
    const bounded = dates ? [dates.facet] : [];
    byCollection.set(collection, {
      collection,
      groups: [...(known?.groups ?? []), ...groups],
      facets: [...new Set([...(known?.facets ?? []), ...(at === 0 ? facets : []), ...bounded])],
      walked: [...new Set([...(known?.walked ?? []), ...(at === 0 ? walked : []), ...bounded])],
    });
  }
  return [...byCollection.values()];
}

/** The same with the terms of some documents, which are visited. */
export async function withDocumentTerms(
  version: Version,
  source: Source,
  documents: DocIdSet,
): Promise<Source> {
  const rows = await fetchDocumentTerms(version, documents);
  const terms: Source['terms'] = {
    ...source.terms,
    visitTerms: (visited, visit) => visitTerms((row) => rows.get(row), visited, visit),
  };
  return { ...source, terms };
}

/** Gathers the words of a search in a range of documents, and nothing else. */
export async function gatherSearch(version: Version, search: TextQuery, range: DocIdRange): Promise<Source> {
  const [source, textIndex] = await Promise.all([
    gather(version, { selections: [] }),
    fetchWords(version, search, range),
  ]);
  return { ...source, textIndex };
}

type Indexes = ReadonlyMap<TextQuery, TextIndex>;

async function fetchSearches(version: Version, selections: Wanted['selections']): Promise<Indexes> {
  const searches = selections.flatMap(({ search, collection }) => (search ? [{ search, collection }] : []));
  const fetched = searches.map(async ({ search, collection }) => {
    const index = await fetchWords(version, search, version.range(collection));
    return [search, index] as const;
  });
  return new Map(await Promise.all(fetched));
}

/** Each search has an index that holds its words. */
const ofSeveral = (indexes: Indexes): TextIndex => ({
  matching: (query, range) => (indexes.get(query) ?? noWords).matching(query, range),
  best: (query, among, range, page) => (indexes.get(query) ?? noWords).best(query, among, range, page),
});

/** The documents dated by moments that bounds reach; by collection and bounds. */
async function fetchMoments(
  { reader }: Version,
  selections: Wanted['selections'],
): Promise<Map<string, number[]>> {
  const asked = selections.flatMap(({ collection, dates }) =>
    dates ? boundsOf(dates).flatMap((bound) => [[collection, ...(instantsOf(bound) ?? [])]]) : [],
  );
  const fetched = asked
    .filter(([, from]) => from !== undefined)
    .map(async (values): Promise<[string, number[]]> => {
      const rows = await reader.rows<{ number: number }>(statements.momentsBetween, values);
      return [values.join(' '), rows.map(({ number }) => number)];
    });
  return new Map(await Promise.all(fetched));
}

const listName = (collection: Collection, facet: string, values: readonly string[]): string =>
  [collection, facet, ...values].join(' ');

/** The documents of facets without terms: ids, and the statements of renditions. */
async function fetchLists(
  version: Version,
  selections: Wanted['selections'],
): Promise<Map<string, number[]>> {
  const asked = selections.flatMap(({ collection, groups }) =>
    groups
      .filter(({ facet }) => isListed(facet))
      .flatMap(({ facet, values }) => [
        { collection, facet, values },
        // Where attributes of renditions meet, statements are found by their renditions.
        ...(collection === 'statements'
          ? [{ collection: 'renditions' as const, facet: 'statement', values }]
          : []),
      ]),
  );
  const fetched = asked.map(async ({ collection, facet, values }): Promise<[string, number[]]> => {
    const numbers = facet === 'id' ? numbersOf(version, collection, values) : renditionsOf(version, values);
    return [listName(collection, facet, values), await numbers];
  });
  return new Map(await Promise.all(fetched));
}

async function numbersOf(
  { reader }: Version,
  collection: Collection,
  ids: readonly string[],
): Promise<number[]> {
  const rows = await reader.rows<{ number: number }>(statements.numbersById, [collection, ids]);
  return rows.map(({ number }) => number);
}

async function renditionsOf(version: Version, ids: readonly string[]): Promise<number[]> {
  const collection: Collection = 'statements';
  const rows = await version.reader.rows<{ body: string }>(statements.documentsById, [collection, ids]);
  const listed = rows.flatMap(
    ({ body }) => (JSON.parse(body) as { renditions: { id: string }[] }).renditions,
  );
  return numbersOf(
    version,
    'renditions',
    listed.map(({ id }) => id),
  );
}
