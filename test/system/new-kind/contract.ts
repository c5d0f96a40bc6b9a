// The contract of gestures: what can be asked, how it is described, what it answers.
import type { CollectionContract } from '../../http/lists/collection.ts';
import { countryFilter } from '../../http/request/code-filters.ts';
import { entitySorts } from '../../http/request/paging.ts';
import { formats } from './formats.ts';
import { gesture } from './schema.ts';

export const gestures: CollectionContract = {
  collection: 'gestures',
  describe: {
    collection: 'What was done without words.',
    list: 'Gestures with the event at which they were made.',
    item: 'One gesture, with the number of statements that mention it.',
  },
  item: gesture,
  example: 'red-carpet',
  filters: [
    countryFilter('Country of the host', 'US'),
    {
      param: 'event',
      description: 'Event at which it was made, with all parts of it.',
      example: 'alaska-2025',
      values: { names: ['event'] },
    },
  ],
  ...entitySorts,
  formats,
};
