// The contract of renditions: what can be asked, how it is described, what it answers.
import type { CollectionContract } from '../../http/lists/collection.ts';
import { statementFacets } from '../statements/facets.ts';
import { saidOnBounds, statementFilters } from '../statements/filters.ts';
import { formats } from './formats.ts';
import { passage } from './schema.ts';

export const renditions: CollectionContract = {
  collection: 'renditions',
  describe: {
    collection: 'The passages that report statements, source by source.',
    list: 'The passages that report statements, source by source and in the order of the text.',
    item: 'One passage, with its exact span, its quotations and the statement that it reports.',
  },
  item: passage,
  example: 'putin-good-direct-contacts-article-000',
  /** A rendition answers to all that its statement answers to, as far as it holds of this passage. */
  filters: [
    {
      param: 'statement',
      description: 'Id of the statement that it reports.',
      example: 'putin-good-direct-contacts',
      values: { idsOf: 'statements' },
    },
    ...statementFilters,
  ],
  bounds: { ...saidOnBounds, undated: 'renditions of undated statements' },
  sorts: {
    source: { by: 'key', reversed: false },
    '-source': { by: 'key', reversed: true },
    relevance: { by: 'relevance', reversed: false },
  },
  sort: 'source',
  found: 'FoundPassage',
  facets: statementFacets,
  counting: { unit: 'rendition', other: { path: '/statements', filters: statementFilters } },
  formats,
};
