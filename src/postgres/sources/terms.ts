// Fetches the terms that a request asks for, with the sets of their documents.

import { isListed } from '../../combining/having.ts';
import type { Term, TermIndex } from '../../combining/source.ts';
import type { DocIdSet } from '../../doc-ids/doc-id-set.ts';
import { decode } from '../../doc-ids/encoding.ts';
import type { Collection } from '../../records/kinds.ts';
import type { Group } from '../../store/plan.ts';
import { integerOf } from '../copy-fields.ts';
import type { FacetTerms } from '../held.ts';
import * as statements from '../statements.ts';
import type { Version } from '../version.ts';

/** Terms of one collection: those of groups, and all of some facets. */
export interface WantedTerms {
  collection: Collection;
  groups: readonly Group[];
  facets: readonly string[];
  /** Those of the facets of which the sets are needed, too. */
  walked: readonly string[];
}

/** The part of a TermIndex that was fetched. */
export type FetchedTerms = Pick<TermIndex, 'find' | 'all' | 'numbers' | 'docIds'>;

interface TermRow extends Term {
  facet: string;
  docIds: Buffer | null;
}

/** What the objects of a held set take besides its bytes, roughly. */
const overheadBytes = 500;

/** What one request holds: no set that it needs can be forgotten meanwhile. */
interface Fetched {
  terms: Map<string, Term | null>;
  sets: Map<number, DocIdSet>;
  facets: Map<string, FacetTerms>;
}

/** Small sets come with their terms in one round trip, larger ones in a second. What is held is not fetched. */
export async function fetchTerms(version: Version, wanted: readonly WantedTerms[]): Promise<FetchedTerms> {
  const fetched: Fetched = { terms: new Map(), sets: new Map(), facets: new Map() };
  await Promise.all(
    wanted.flatMap((each) => [fetchGroups(version, fetched, each), fetchFacets(version, fetched, each)]),
  );
  const { terms, sets, facets } = fetched;
  return {
    find: (collection, facet, value) => terms.get(nameOf(collection, facet, value)) ?? null,
    all: (collection, facet) => facets.get(`${collection} ${facet}`)?.terms ?? [],
    numbers: (collection, facet) => facets.get(`${collection} ${facet}`)?.numbers ?? new Uint32Array(),
    docIds: ({ number }) => sets.get(number) as DocIdSet, // each term was fetched with its set
  };
}

const nameOf = (collection: Collection, facet: string, value: string): string =>
  `${collection} ${facet} ${value}`;

async function fetchGroups(version: Version, fetched: Fetched, wanted: WantedTerms): Promise<void> {
  const { collection, groups } = wanted;
  const asked = groups
    .filter(({ facet }) => !isListed(facet))
    .flatMap(({ facet, values }) => values.map((value) => ({ facet, value })));
  const missing = asked.filter(
    ({ facet, value }) => !isHeld(version, fetched, nameOf(collection, facet, value)),
  );
  if (missing.length === 0) return;
  const rows = await version.reader.rows<TermRow>(statements.termsByName, [
    collection,
    [...new Set(missing.map(({ facet }) => facet))],
    [...new Set(missing.map(({ value }) => value))],
  ]);
  const found = new Map(rows.map((row) => [`${row.facet} ${row.value}`, row]));
  for (const { facet, value } of missing) {
    const row = found.get(`${facet} ${value}`);
    const term = row ? { number: row.number, value, documents: row.documents } : null;
    fetched.terms.set(nameOf(collection, facet, value), term);
    version.held.terms.set(nameOf(collection, facet, value), { term });
    if (row?.docIds) keepSet(version, fetched, row.number, row.docIds);
  }
  await fetchSets(version, fetched, [...found.values()]);
}

/** Takes a term and its set from memory, if both are there. */
function isHeld({ held }: Version, { terms, sets }: Fetched, name: string): boolean {
  const known = held.terms.get(name);
  const set = known?.term ? held.docIds.get(known.term.number) : undefined;
  if (!known || (known.term && !set)) return false;
  terms.set(name, known.term);
  if (known.term && set) sets.set(known.term.number, set);
  return true;
}

async function fetchFacets(version: Version, fetched: Fetched, wanted: WantedTerms): Promise<void> {
  const { collection, facets, walked } = wanted;
  const { held, reader } = version;
  const missing = facets.filter((facet) => {
    const known = held.facets.get(`${collection} ${facet}`);
    if (known) fetched.facets.set(`${collection} ${facet}`, known);
    return !known;
  });
  if (missing.length > 0) {
    const rows = await reader.rows<Term & { facet: string }>(statements.termsOfFacets, [collection, missing]);
    for (const facet of missing) {
      const terms = rows.filter((row) => row.facet === facet);
      const found = { terms, numbers: Uint32Array.from(terms, ({ number }) => number) };
      fetched.facets.set(`${collection} ${facet}`, found);
      held.facets.set(`${collection} ${facet}`, found);
    }
  }
  await fetchSets(
    version,
    fetched,
    walked.flatMap((facet) => fetched.facets.get(`${collection} ${facet}`)?.terms ?? []),
  );
}

/** The sets of these terms that are not fetched yet. */
async function fetchSets(version: Version, fetched: Fetched, terms: readonly Term[]): Promise<void> {
  const missing = terms.filter(({ number }) => {
    const set = fetched.sets.get(number) ?? version.held.docIds.get(number);
    if (set) fetched.sets.set(number, set);
    return !set;
  });
  if (missing.length === 0) return;
  const query = statements.copyDocIds(missing.map(({ number }) => number));
  for (const [number, bytes] of await version.reader.copy(query))
    keepSet(version, fetched, integerOf(number), bytes as Uint8Array);
}

function keepSet({ held }: Version, { sets }: Fetched, number: number, bytes: Uint8Array): void {
  const set = decode(bytes);
  sets.set(number, set);
  held.docIds.set(number, set, { size: bytes.length + overheadBytes });
}
