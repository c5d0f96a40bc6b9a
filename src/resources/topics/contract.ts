// The contract of topics: what can be asked, how it is described, what it answers.
import type { CollectionContract } from '../../http/lists/collection.ts';
import { entitySorts } from '../../http/request/paging.ts';
import { formats } from './formats.ts';
import { topic } from './schema.ts';

export const topics: CollectionContract = {
  collection: 'topics',
  describe: {
    collection: 'The topics of statements.',
    list: 'The topics of statements, as a tree.',
    item: 'One topic, with its place in the tree and the number of statements about it.',
  },
  item: topic,
  example: 'us-russia-relations',
  filters: [
    {
      param: 'broader',
      description: 'Broader topic, at any depth.',
      example: 'us-russia-relations',
      values: { names: ['topic'] },
    },
  ],
  ...entitySorts,
  formats,
};
