// The contract of organizations: what can be asked, how it is described, what it answers.
import type { CollectionContract } from '../../http/lists/collection.ts';
import { countryFilter, kindFilter } from '../../http/request/code-filters.ts';
import { entitySorts } from '../../http/request/paging.ts';
import { formats } from './formats.ts';
import { organization, organizationKinds } from './schema.ts';

export const organizations: CollectionContract = {
  collection: 'organizations',
  describe: {
    collection: 'Governments, alliances, outlets, collectives.',
    list: 'Governments, alliances, outlets and collectives that the sources name.',
    item: 'One organization, with links to its statements, the statements that were said to it, and the renditions that it published.',
  },
  item: organization,
  example: 'kremlin',
  filters: [
    kindFilter('the organization', organizationKinds, 'government'),
    countryFilter('Country of the organization', 'RU'),
  ],
  ...entitySorts,
  formats,
};
