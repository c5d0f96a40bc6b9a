// The contract of outlets: what can be asked, how it is described, what it answers.
import type { CollectionContract } from '../../http/lists/collection.ts';
import { countryFilter, kindFilter } from '../../http/request/code-filters.ts';
import { entitySorts } from '../../http/request/paging.ts';
import { outletKinds } from '../organizations/schema.ts';
import { formats } from './formats.ts';
import { profileView } from './profile-view.ts';
import { outlet } from './schema.ts';

export const outlets: CollectionContract = {
  collection: 'outlets',
  describe: {
    collection: 'Organizations that publish or broadcast.',
    list: 'Organizations that publish or broadcast, with what they published and are credited for.',
    item: 'One outlet, with the number of renditions that it published and is credited for.',
  },
  item: outlet,
  example: 'xinhua',
  filters: [
    kindFilter('the outlet', outletKinds, 'news-agency'),
    countryFilter('Country of the outlet', 'CN'),
  ],
  ...entitySorts,
  formats,
  views: [profileView],
};
