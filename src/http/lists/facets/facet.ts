// Facets: each value of a filter with the number of documents that it leaves, and a link that adds or removes it.
import { z } from 'zod';
import { names } from '../../../records/fields.ts';
import { type Collection, collectionOf, type Kind } from '../../../records/kinds.ts';
import type { FacetCount } from '../../../store/counts.ts';
import type { DocumentId, Name } from '../../../store/names.ts';
import type { Group, Selection } from '../../../store/plan.ts';
import { nearest } from '../../../text/nearest.ts';
import type { Data } from '../../context.ts';
import { Problem } from '../../problems/problem.ts';
import { commaList, wordsIn } from '../../request/comma-list.ts';
import { queryOf, queryText, queryWord, withQuery } from '../../request/filter-query.ts';

/** One facet of a list: its terms, and where the names of its values come from. */
export interface Facet {
  name: string;
  /** The collections whose ids are its values; values that are `kind/id`; or the name of a code. */
  values:
    | { collections: readonly Collection[]; others?: Record<string, Name> }
    | { withKind: true }
    | { name: (code: string) => Name };
}

export const facetValueSchema = z
  .object({
    id: z
      .string()
      .meta({ description: 'Id or code of the value, as the filter takes it.', examples: ['putin'] }),
    name: names,
    count: z
      .int()
      .min(0)
      .meta({ description: 'Documents that carry it under the other filters.', examples: [33] }),
    selected: z.boolean().meta({ description: 'Whether the request filters by it.', examples: [false] }),
    href: z.string().meta({
      description: 'Path of the same list with this value added, or removed if it is selected.',
      examples: ['/statements?speaker=putin'],
    }),
  })
  .meta({ id: 'FacetValue', description: 'A value of a facet with its count and the link that toggles it.' });

export type FacetValue = z.output<typeof facetValueSchema>;

/** The `facets` parameter. */
export const facetsParameter = (facets: readonly Facet[]) => ({
  facets: commaList(500)
    .optional()
    .meta({
      description: `Counts the values of these facets, separated by commas: ${facets.map(({ name }) => name).join(', ')}. A filter by the facet itself does not hide its other values.`,
      examples: ['', 'speaker,outlet,topic'],
    }),
});

/** The facets that a comma list names. Throws a Problem that lists all facets if one is unknown. */
export const readFacets = (facets: readonly Facet[], asked: string): Facet[] =>
  [...new Set(wordsIn(asked))].map((name) => readFacet(facets, name, 'facets'));

/** The facet with that name. Throws a Problem that lists all facets if there is none. */
export function readFacet(facets: readonly Facet[], name: string, param: string): Facet {
  const allowed = facets.map((facet) => facet.name);
  const found = facets.find((facet) => facet.name === name);
  if (found) return found;
  const hint = nearest(name, allowed);
  throw new Problem({
    code: 'unknown-value',
    detail: `there is no facet '${name.slice(0, 100)}'`,
    param,
    allowed,
    hint,
  });
}

/** The selection without the facet's own filters, so that its other values are counted, too; the same object if it has none. */
export function withoutOwn(selection: Selection, { name }: Facet): Selection {
  const groups = selection.groups.filter(({ facet, negated }) => facet !== name || negated);
  return groups.length === selection.groups.length ? selection : { ...selection, groups };
}

/** The counts of a facet. Names are looked up for the values that are shown. */
export interface CountedFacet {
  facet: Facet;
  /** All values, in no order. */
  counts: readonly FacetCount[];
  write(values: readonly FacetCount[]): Promise<FacetValue[]>;
}

/** Adds names, `selected` and links. A selected value that no document carries is included with 0. */
export function countedFacet(
  data: Data,
  facet: Facet,
  counts: readonly FacetCount[],
  groups: readonly Group[],
  path: string,
  others: Record<string, unknown>,
): CountedFacet {
  const selected = selectedIn(groups, facet);
  return {
    facet,
    counts: withSelected(counts, selected),
    async write(values) {
      const names = await namesOf(
        data,
        facet,
        values.map(({ value }) => value),
      );
      const hrefOf = togglesOf(facet.name, groups, path, others);
      return values.map(({ value: id, count }, at) => ({
        id,
        name: names[at] as Name,
        count,
        selected: selected.has(id),
        href: hrefOf(id),
      }));
    },
  };
}

function withSelected(counts: readonly FacetCount[], selected: ReadonlySet<string>): readonly FacetCount[] {
  const missing = [...selected].filter((each) => !counts.some(({ value }) => value === each));
  return missing.length === 0 ? counts : [...counts, ...missing.map((value) => ({ value, count: 0 }))];
}

const selectedIn = (groups: readonly Group[], { name }: Facet): Set<string> =>
  new Set(groups.flatMap(({ facet, values, negated }) => (facet === name && !negated ? values : [])));

/** The names of values; a code has words instead. */
export async function namesOf(data: Data, { values }: Facet, ids: readonly string[]): Promise<Name[]> {
  if ('name' in values) return ids.map(values.name);
  if ('withKind' in values) return (await data.names(ids.map(documentOf))) as Name[];
  const { collections, others } = values;
  const asked = collections.flatMap((collection) => ids.map((id) => ({ collection, id })));
  const names = await data.names(asked);
  return ids.map((id, at) => {
    const found = collections.map((_, turn) => names[turn * ids.length + at]).find((name) => name);
    return (found ?? others?.[id]) as Name; // every other value is a record
  });
}

/** The document that `kind/id` stands for. */
function documentOf(value: string): DocumentId {
  const [kind, id = ''] = value.split('/', 2);
  return { collection: collectionOf[kind as Kind], id };
}

/** Makes the function that gives the link of a value. What the links of a facet share is written once. */
function togglesOf(
  facet: string,
  groups: readonly Group[],
  path: string,
  others: Record<string, unknown>,
): (id: string) => string {
  const own = groups.filter((group) => group.facet === facet);
  const first = own[0] ? groups.indexOf(own[0]) : groups.length;
  const rest = groups.slice(first).filter((group) => group.facet !== facet);
  const before = textOf(own[0] ? groups.slice(0, first) : groups);
  const after = queryText([...queryOf(rest), ...setIn(others)]);
  const linkOf = (id: string) =>
    withQuery(path, [before, queryText(queryOf(toggled(facet, id, own))), after]);
  if (own.length > 1 || own[0]?.negated) return linkOf;
  const chosen = own[0]?.values ?? [];
  const start = `${withQuery(path, [before, facet])}=${chosen.map((id) => `${queryWord(id)},`).join('')}`;
  const end = after && `&${after}`;
  return (id) => (chosen.includes(id) ? linkOf(id) : start + queryWord(id) + end);
}

/** The facet's filters with the value added to them, or removed from them. */
function toggled(facet: string, id: string, groups: readonly Group[]): Group[] {
  const own = groups.filter(({ negated }) => !negated);
  const [first] = own;
  if (first === undefined) return [...groups, { facet, values: [id], negated: false }];
  const isSelected = own.some(({ values }) => values.includes(id));
  const isAllOf = own.length > 1 && own.every(({ values }) => values.length === 1);
  if (isAllOf && !isSelected) return [...groups, { facet, values: [id], negated: false }];
  return groups.map((group) => {
    if (!own.includes(group)) return group;
    if (isSelected) return { ...group, values: group.values.filter((value) => value !== id) };
    return group === first ? { ...group, values: [...group.values, id] } : group;
  });
}

/** A path with these filters and with the other parameters that are set. */
export function linkTo(path: string, groups: readonly Group[], others: Record<string, unknown>): string {
  return withQuery(path, [textOf(groups), queryText(setIn(others))]);
}

/** Filters as a part of a query. The links of all facets of a page have the same filters in them. */
function textOf(groups: readonly Group[]): string {
  const known = written.get(groups);
  if (known !== undefined) return known;
  const text = queryText(queryOf(groups));
  written.set(groups, text);
  return text;
}

const written = new WeakMap<readonly Group[], string>();

const setIn = (parameters: Record<string, unknown>): [name: string, value: string][] =>
  Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
