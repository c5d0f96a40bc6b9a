// The contract of sources: what can be asked, how it is described, what it answers.
import type { CollectionContract } from '../../http/lists/collection.ts';
import { countryFilter, languageValues, proofFilter } from '../../http/request/code-filters.ts';
import { entitySorts } from '../../http/request/paging.ts';
import { unstatedOutlet } from '../organizations/schema.ts';
import { formats } from './formats.ts';
import { publisherFilter } from './outlet-filters.ts';
import { source } from './schema.ts';

export const sources: CollectionContract = {
  collection: 'sources',
  describe: {
    collection: 'The articles that were read.',
    list: 'The articles, each with its file, its digest and its publisher if the text names one; also sources whose text is not known.',
    item: 'One source, with the numbers of its statements, renditions and claims.',
  },
  item: source,
  example: 'article-003',
  filters: [
    {
      param: 'outlet',
      description: `Publisher of the source; \`${unstatedOutlet}\` finds sources whose text names none.`,
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
    proofFilter('Whether its text is known'),
    countryFilter('Country of its publisher', 'CN'),
  ],
  bounds: { facet: 'publishedOn', verb: 'Published', undated: 'sources without a date' },
  ...entitySorts,
  formats,
};
