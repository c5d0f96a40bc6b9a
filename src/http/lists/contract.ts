// The contract of a list: what a resource declares, and what planning, facets and the list route read.
import type { z } from 'zod';
import type { Collection } from '../../records/kinds.ts';
import type { Group, Order } from '../../store/plan.ts';
import type { Later } from '../../store/store.ts';
import type { Data } from '../context.ts';
import type { ListFormat } from '../formats/format.ts';
import type { Bounds } from '../request/bounds.ts';
import type { Filter } from '../request/filters.ts';
import type { Facet } from './facets/facet.ts';
import type { Counting } from './facets/unit.ts';

/** What a resource says of its list. */
export interface List {
  collection: Collection;
  /** Path of the list; may hold `:id`, which `scope` then reads. */
  path: string;
  tag: string;
  summary: string;
  description: string;
  /** Name of the envelope in the description of the API. */
  envelope: string;
  item: z.ZodType;
  filters: readonly Filter[];
  sorts: Record<string, Order>;
  /** The sort where none is asked for. */
  sort: string;
  /** The sort of its feeds where none is asked for. */
  feedSort?: string;
  /** The date that `since` and `until` bound. */
  bounds?: Bounds;
  /** What the path itself asks for, beside the filters. Throws a Problem where it asks for nothing that exists. */
  scope?: { parameters: z.ZodType; read: (data: Data, params: { id: string }) => Later<Group[]> };
  /** Whether `q` searches it. */
  search?: true;
  /** The facets whose values it counts when asked, and in which unit. */
  facets?: readonly Facet[];
  counting?: Counting;
  /** Formats beside JSON and NDJSON, with the parameters that they take. */
  formats: readonly ListFormat[];
  formatParameters?: Record<string, z.ZodType>;
}

/** A list whose values can be counted. */
export type FacetedList = List & { facets: readonly Facet[]; counting: Counting };

export const isFaceted = (list: List): list is FacetedList =>
  list.facets !== undefined && list.counting !== undefined;
