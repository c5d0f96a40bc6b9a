// The routes of statements: what can be asked, how it is described, what it answers.
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../http/context.ts';
import { csvParametersWithRows } from '../../http/formats/csv.ts';
import type { FacetedList } from '../../http/lists/contract.ts';
import { serveCrossTable } from '../../http/lists/facets/cross-table.ts';
import { serveFacetValues } from '../../http/lists/facets/values.ts';
import { withHighlights } from '../../http/lists/highlights.ts';
import { serveItem } from '../../http/lists/item.ts';
import { serveList } from '../../http/lists/list.ts';
import { idFilter } from '../../http/request/code-filters.ts';
import { statementFacets } from './facets.ts';
import { saidOnBounds, statementFilters } from './filters.ts';
import { itemFormats, listFormats } from './formats.ts';
import { statement } from './schema.ts';

const collection = 'statements';
const tag = 'Statements';

export function statementRoutes(app: FastifyInstance, context: Context): void {
  const list: FacetedList = {
    collection,
    path: '/statements',
    tag,
    summary: 'List statements',
    description:
      'Who said what, when, where, to whom and about what, with every rendition of it. All filters must hold.',
    envelope: 'StatementList',
    item: withHighlights(statement, 'FoundStatement'),
    filters: [...statementFilters, idFilter(collection, 'putin-good-direct-contacts')],
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
    formats: listFormats,
    formatParameters: csvParametersWithRows('statements', 'renditions'),
    search: true,
    facets: statementFacets,
    counting: { unit: 'statement', other: { path: '/renditions', filters: statementFilters } },
  };
  serveList(app, context, list);
  serveFacetValues(app, context, list);
  serveCrossTable(app, context, list);
  serveItem(app, context, {
    collection,
    tag,
    summary: 'Get a statement',
    description: 'One statement with all its renditions.',
    item: statement,
    example: 'putin-good-direct-contacts',
    kinds: [],
    formats: itemFormats,
  });
}
