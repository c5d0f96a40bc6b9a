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
import { commaList, wordsIn } from '../../request/array-parameters.ts';
import { togglesOf } from './links.ts';

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
