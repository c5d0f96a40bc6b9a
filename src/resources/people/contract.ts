// The contract of people: what can be asked, how it is described, what it answers.
import type { CollectionContract } from '../../http/lists/collection.ts';
import { countryFilter } from '../../http/request/code-filters.ts';
import { entitySorts } from '../../http/request/paging.ts';
import { formats } from './formats.ts';
import { person } from './schema.ts';

export const people: CollectionContract = {
  collection: 'people',
  describe: {
    collection: 'Speakers, addressees and other people whom the sources mention.',
    list: 'Speakers, addressees and other people whom the sources mention, with the number of their statements.',
    item: 'One person, with aliases, roles and links to their statements.',
  },
  item: person,
  example: 'putin',
  filters: [
    countryFilter('Country of the person', 'RU'),
    {
      param: 'organization',
      description: 'Organization in which the person holds or held a role.',
      example: 'kremlin',
      hasSeveral: true,
      values: { names: ['organization'] },
    },
    {
      param: 'event',
      description: 'Event in which the person took part, with all its parts.',
      example: 'alaska-2025',
      hasSeveral: true,
      values: { names: ['event'] },
    },
  ],
  ...entitySorts,
  formats,
};
