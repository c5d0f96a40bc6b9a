// The filters of discrepancies, one row each.

import { kebabCase, oneOf } from '../../http/request/code-filters.ts';
import type { Filter } from '../../http/request/filters.ts';
import { speakingKinds } from '../../records/kinds.ts';
import { claimTypes } from '../claims/schema.ts';
import { outletFilters } from '../sources/outlet-filters.ts';
import { conflicts, statuses } from './schema.ts';

export const discrepancyFilters: readonly Filter[] = [
  {
    param: 'event',
    description: 'Event of the claims, with all its parts.',
    example: 'alaska-2025',
    values: { names: ['event'] },
  },
  {
    param: 'status',
    description: `Agreement of the sources: ${statuses.join(', ')}.`,
    example: 'conflicting',
    preset: true,
    values: oneOf(statuses),
  },
  {
    param: 'conflict',
    description: `Where a conflict lies: ${conflicts.join(', ')}.`,
    example: 'between-sources',
    hasSeveral: true,
    values: oneOf(conflicts),
  },
  {
    param: 'attribute',
    description: 'Attribute of the claims.',
    example: 'duration',
    values: { codes: kebabCase, mustOccur: true },
  },
  {
    param: 'type',
    description: `Type of at least one value: ${claimTypes.join(', ')}.`,
    example: 'duration',
    hasSeveral: true,
    values: oneOf(claimTypes),
  },
  {
    param: 'source',
    description: 'Source that gives at least one of the values.',
    example: 'article-003',
    hasSeveral: true,
    values: { names: ['source'] },
  },
  ...outletFilters,
  {
    param: 'attributedTo',
    description: 'Person or organization whom a source credits for one of the values.',
    example: 'trump',
    hasSeveral: true,
    values: { names: speakingKinds },
  },
];
