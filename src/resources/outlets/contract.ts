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
    list: 'Organizations that publish or broadcast, with the numbers of renditions that they published and that credit them.',
    item: 'One outlet, with the numbers of renditions that it published and that credit it.',
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
