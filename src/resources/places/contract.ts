// The contract of places: what can be asked, how it is described, what it answers.
import type { CollectionContract } from '../../http/lists/collection.ts';
import { kindFilter } from '../../http/request/code-filters.ts';
import { entitySorts } from '../../http/request/paging.ts';
import { formats } from './formats.ts';
import { place, placeKinds } from './schema.ts';

export const places: CollectionContract = {
  collection: 'places',
  describe: {
    collection: 'Places where something was said, and places that statements mention.',
    list: 'Places where something was said, and places that statements mention, as a tree.',
    item: 'One place, with its coordinates and links to the statements made there or about it.',
  },
  item: place,
  example: 'alaska',
  filters: [
    kindFilter('the place', placeKinds, 'city'),
    {
      param: 'within',
      description: 'Place in which it lies, at any depth.',
      example: 'united-states',
      values: { names: ['place'] },
    },
  ],
  ...entitySorts,
  formats,
};
