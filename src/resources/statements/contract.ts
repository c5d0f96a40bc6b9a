// The contract of statements: what can be asked, how it is described, what it answers.
import type { CollectionContract } from '../../http/lists/collection.ts';
import { statementFacets } from './facets.ts';
import { saidOnBounds, statementFilters } from './filters.ts';
import { formats } from './formats.ts';
import { statement } from './schema.ts';

export const statements: CollectionContract = {
  collection: 'statements',
  describe: {
    collection: 'Statements, each with the passages that report it.',
    list: 'Statements with speaker, date, place, addressees, topics and all renditions. A statement must match all filters.',
    item: 'One statement with all its renditions.',
  },
  item: statement,
  example: 'putin-good-direct-contacts',
  filters: statementFilters,
  bounds: saidOnBounds,
  sorts: {
    '-saidOn': { by: 'key', reversed: false },
    saidOn: { by: 'key', reversed: true },
    '-renditions': { by: 'weight', reversed: false },
    renditions: { by: 'weight', reversed: true },
    '-added': { by: 'added', reversed: false },
    added: { by: 'added', reversed: true },
    relevance: { by: 'relevance', reversed: false },
  },
  sort: '-saidOn',
  feedSort: '-added',
  found: 'FoundStatement',
  facets: statementFacets,
  counting: { unit: 'statement', other: { path: '/renditions', filters: statementFilters } },
  formats,
};
