// The unit that a list counts, and the way to the same counts of the other unit: statements, or renditions of them.
import { z } from 'zod';
import { combinationsOf, type Group } from '../../../store/plan.ts';
import type { Filter } from '../../request/filters.ts';
import { linkTo } from './links.ts';

/** What the counts of a list count, and the list that counts the other unit. */
export interface Counting {
  unit: 'statement' | 'rendition';
  other: { path: string; filters: readonly Filter[] };
}

/** Members of every answer that holds counts. */
export const unitSchema = {
  unit: z.enum(['statement', 'rendition']).meta({
    description:
      'The thing that is counted. A statement counts once for a value, however many of its renditions have it. A value and a filter by attributes of renditions must hold of the same rendition.',
    examples: ['statement'],
  }),
  other: z
    .string()
    .nullable()
    .meta({
      description: 'Path of the same counts in the other unit; null if the other unit has no such counts.',
      examples: ['/renditions/counts?by=speaker,mode&outlet=xinhua'],
    }),
};

export type Unit = z.output<z.ZodObject<typeof unitSchema>>;

/** The unit, and the path to the other: `rest` is the last step of both, behind the path of the list. */
export function unitOf(
  { unit, other }: Counting,
  rest: string,
  groups: readonly Group[],
  others: Record<string, unknown>,
): Unit {
  const isKnown = groups.every(({ facet }) => other.filters.some(({ param }) => param === facet));
  const isOfOne = combinationsOf(groups) === 1; // several sources are of several renditions
  return { unit, other: isKnown && isOfOne ? linkTo(other.path + rest, groups, others) : null };
}
