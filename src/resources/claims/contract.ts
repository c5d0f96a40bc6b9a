// The contract of claims: all of them, those of one event, and one by id.
import type { CollectionContract } from '../../http/lists/collection.ts';
import { kebabCase, oneOf, proofFilter } from '../../http/request/code-filters.ts';
import type { Filter } from '../../http/request/filters.ts';
import { speakingKinds } from '../../records/kinds.ts';
import { outletFilters } from '../sources/outlet-filters.ts';
import { formats } from './formats.ts';
import { claim, claimTypes } from './schema.ts';

const filters: readonly Filter[] = [
  {
    param: 'event',
    description: 'Event of the claim, with all its parts.',
    example: 'alaska-2025',
    values: { names: ['event'] },
  },
  {
    param: 'attribute',
    description: 'Attribute of the claim.',
    example: 'duration',
    values: { codes: kebabCase, mustOccur: true },
  },
  {
    param: 'type',
    description: `Type of its value: ${claimTypes.join(', ')}.`,
    example: 'duration',
    values: oneOf(claimTypes),
  },
  {
    param: 'source',
    description: 'Source that states it.',
    example: 'article-003',
    values: { names: ['source'] },
  },
  ...outletFilters,
  {
    param: 'attributedTo',
    description: 'Person or organization whom the source credits for it.',
    example: 'trump',
    values: { names: speakingKinds },
  },
  proofFilter('Whether its passage is proven'),
];

export const claims: CollectionContract = {
  collection: 'claims',
  describe: {
    collection: 'Facts that sources state about events.',
    list: 'Facts that sources state about events, by event and attribute.',
    item: 'One claim, with its typed value and its position in the source.',
  },
  item: claim,
  example: 'talks-duration-001',
  filters,
  sorts: { event: { by: 'key', reversed: false }, '-event': { by: 'key', reversed: true } },
  sort: 'event',
  formats,
  under: {
    collection: 'events',
    example: 'alaska-2025',
    description:
      'Facts that sources state about one event and its parts, such as duration, participants and results.',
  },
};
