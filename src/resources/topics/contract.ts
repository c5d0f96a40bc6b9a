// The contract of topics: what can be asked, how it is described, what it answers.
import type { CollectionContract } from '../../http/lists/collection.ts';
import { entitySorts } from '../../http/request/paging.ts';
import { formats } from './formats.ts';
import { topic } from './schema.ts';

export const topics: CollectionContract = {
  collection: 'topics',
  describe: {
    collection: 'What statements are about.',
    list: 'What statements are about, as a tree.',
    item: 'One topic, with its place in the tree and the number of statements about it.',
  },
  item: topic,
  example: 'us-russia-relations',
  filters: [
    {
      param: 'broader',
      description: 'Topic that it lies under, at any depth.',
      example: 'us-russia-relations',
      values: { names: ['topic'] },
    },
  ],
  ...entitySorts,
  formats,
};
