// The contract of sources: what can be asked, how it is described, what it answers.
import type { CollectionContract } from '../../http/lists/collection.ts';
import { languageValues, proofFilter } from '../../http/request/code-filters.ts';
import { entitySorts } from '../../http/request/paging.ts';
import { unstatedOutlet } from '../organizations/schema.ts';
import { formats } from './formats.ts';
import { publisherFilter } from './outlet-filters.ts';
import { source } from './schema.ts';

export const sources: CollectionContract = {
  collection: 'sources',
  describe: {
    collection: 'The articles that were read.',
    list: 'The articles that were read, each with its file, digest and publisher as far as its text tells, and those that are known without their text.',
    item: 'One source, with the number of statements, renditions and claims that were found in it.',
  },
  item: source,
  example: 'article-003',
  filters: [
    {
      param: 'outlet',
      description: `Its publisher, as \`publisher\` says; \`${unstatedOutlet}\` finds those whose text names none.`,
      example: 'xinhua',
      values: { names: ['outlet'], also: [unstatedOutlet] },
    },
    publisherFilter,
    {
      param: 'language',
      description: 'Language of the source, BCP 47; `zh` finds `zh-Hant`, too.',
      example: 'ar',
      values: languageValues,
    },
    proofFilter('Whether its text was read'),
  ],
  ...entitySorts,
  formats,
};
