// Serves a collection by its contract: its list with facets, its items, and what is worked out about an item.
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { capital, withArticle } from '../../records/kind-words.ts';
import { type Collection, isNamed, kindOf, nounOf } from '../../records/kinds.ts';
import type { NamedKind } from '../../store/names.ts';
import type { Order } from '../../store/plan.ts';
import type { Context, Data } from '../context.ts';
import { csvParameters } from '../formats/csv.ts';
import type { ItemFormat, ListFormat } from '../formats/format.ts';
import type { Bounds } from '../request/bounds.ts';
import { idFilter } from '../request/code-filters.ts';
import type { Filter } from '../request/filters.ts';
import { isFaceted, type List } from './contract.ts';
import { serveCrossTable } from './facets/cross-table.ts';
import type { Facet } from './facets/facet.ts';
import type { Counting } from './facets/unit.ts';
import { serveFacetValues } from './facets/values.ts';
import { withHighlights } from './highlights.ts';
import { documentOf, idParameter, serveItem } from './item.ts';
import { serveList } from './list.ts';
import { serveView, type View } from './view.ts';

/** The formats of a collection beside JSON and NDJSON, with the parameters that those of the list take. */
export interface Formats {
  list: readonly ListFormat[];
  item: readonly ItemFormat[];
  parameters?: Record<string, z.ZodType>;
}

/** What a resource says of its collection. Paths, tags and summaries follow from the name of the collection. */
export interface CollectionContract {
  collection: Collection;
  /** What the description of the API says of the collection, of its list, and of one item. */
  describe: { collection: string; list: string; item: string };
  item: z.ZodObject;
  /** An id that works when tried. */
  example: string;
  /** All but the filter by id, which every list has. */
  filters: readonly Filter[];
  sorts: Record<string, Order>;
  /** The sort where none is asked for, and that of feeds. */
  sort: string;
  feedSort?: string;
  /** The date that `since` and `until` bound. */
  bounds?: Bounds;
  /** Name of the schema of an item with its highlights, where `q` searches the list. */
  found?: string;
  /** The facets whose values are counted when asked, and in which unit. */
  facets?: readonly Facet[];
  counting?: Counting;
  formats: Formats;
  /** The collection whose items have a list of these under their path, described; a filter by them is left out there. */
  under?: { collection: Collection; example: string; description: string };
  /** What is worked out about one item when it is asked for. */
  views?: readonly ItemView[];
}

/** A view of the items of its collection. */
export type ItemView = Omit<View, 'collection' | 'tag' | 'kinds' | 'example'>;

/** The tag under which the description of the API lists the routes of a collection. */
export const tagOf = (collection: Collection): string => capital(collection);

/** Registers all routes of a collection. */
export function serveCollection(app: FastifyInstance, context: Context, contract: CollectionContract): void {
  const { collection, describe, item, example, formats, under, views = [] } = contract;
  const tag = tagOf(collection);
  const list = listOf(contract);
  serveList(app, context, list);
  if (isFaceted(list)) {
    serveFacetValues(app, context, list);
    serveCrossTable(app, context, list);
  }
  if (under) serveList(app, context, listUnder(list, under));
  const kinds = namesFor(collection);
  serveItem(app, context, {
    ...{ collection, tag, item, example, kinds },
    summary: `Get ${withArticle(nounOf(collection))}`,
    description: describe.item,
    formats: formats.item,
  });
  for (const view of views) serveView(app, context, { ...view, collection, tag, kinds, example });
}

function listOf(contract: CollectionContract): List {
  const { collection, describe, item, example, filters, found, formats, ...others } = contract;
  const { sorts, sort, feedSort, bounds, facets, counting } = others;
  return {
    collection,
    path: `/${collection}`,
    tag: tagOf(collection),
    summary: `List ${collection}`,
    description: describe.list,
    envelope: `${item.meta()?.id}List`,
    item: found === undefined ? item : withHighlights(item, found),
    filters: [...filters, idFilter(collection, example)],
    ...{ sorts, sort },
    ...(feedSort === undefined ? {} : { feedSort }),
    ...(bounds ? { bounds } : {}),
    ...(found === undefined ? {} : { search: true }),
    ...(facets && counting ? { facets, counting } : {}),
    formats: formats.list,
    formatParameters: formats.parameters ?? csvParameters,
  };
}

/**
 * The same list of what belongs to one item of another collection. It has no filter by id: generated clients cannot hold two parameters
 * of one name, and the path has an `id`.
 */
function listUnder(list: List, under: NonNullable<CollectionContract['under']>): List {
  const { collection, example, description } = under;
  const facet = nounOf(collection);
  async function read(data: Data, { id }: { id: string }) {
    await documentOf(data, collection, namesFor(collection), id);
    return [{ facet, values: [id], negated: false }];
  }
  return {
    ...list,
    path: `/${collection}/:id/${list.collection}`,
    summary: `List the ${list.collection} about ${withArticle(facet)}`,
    description,
    filters: list.filters.filter(({ param }) => param !== facet && param !== 'id'),
    scope: { parameters: idParameter(example), read },
  };
}

/** What names an item, for the hint of a 404. */
const namesFor = (collection: Collection): NamedKind[] =>
  isNamed(kindOf[collection]) ? [nounOf(collection) as NamedKind] : [];
