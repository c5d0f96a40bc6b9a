// The routes of renditions: what can be asked, how it is described, what it answers.
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../http/context.ts';
import { csvParameters } from '../../http/formats/csv.ts';
import type { FacetedList } from '../../http/lists/contract.ts';
import { serveCrossTable } from '../../http/lists/facets/cross-table.ts';
import { serveFacetValues } from '../../http/lists/facets/values.ts';
import { withHighlights } from '../../http/lists/highlights.ts';
import { serveItem } from '../../http/lists/item.ts';
import { serveList } from '../../http/lists/list.ts';
import { idFilter } from '../../http/request/code-filters.ts';
import type { Filter } from '../../http/request/filters.ts';
import { statementFacets } from '../statements/facets.ts';
import { saidOnBounds, statementFilters } from '../statements/filters.ts';
import { itemFormats, listFormats } from './formats.ts';
import { passage } from './schema.ts';

const collection = 'renditions';
const tag = 'Renditions';

/** A rendition answers to all that its statement answers to, as far as it holds of this passage. */
const filters: readonly Filter[] = [
  {
    param: 'statement',
    description: 'Id of the statement that it reports.',
    example: 'putin-good-direct-contacts',
    values: { idsOf: 'statements' },
  },
  ...statementFilters,
  idFilter(collection, 'putin-good-direct-contacts-article-000'),
];

export function renditionRoutes(app: FastifyInstance, context: Context): void {
  const list: FacetedList = {
    collection,
    path: '/renditions',
    tag,
    summary: 'List renditions',
    description: 'The passages that report statements, source by source and in the order of the text.',
    envelope: 'PassageList',
    item: withHighlights(passage, 'FoundPassage'),
    filters,
    bounds: { ...saidOnBounds, undated: 'renditions of undated statements' },
    sorts: {
      source: { by: 'key', reversed: false },
      '-source': { by: 'key', reversed: true },
      relevance: { by: 'relevance', reversed: false },
    },
    sort: 'source',
    formats: listFormats,
    formatParameters: csvParameters,
    search: true,
    facets: statementFacets,
    counting: { unit: 'rendition', other: { path: '/statements', filters: statementFilters } },
  };
  serveList(app, context, list);
  serveFacetValues(app, context, list);
  serveCrossTable(app, context, list);
  serveItem(app, context, {
    collection,
    tag,
    summary: 'Get a rendition',
    description: 'One passage, with its exact span, its quotations and the statement that it reports.',
    item: passage,
    example: 'putin-good-direct-contacts-article-000',
    kinds: [],
    formats: itemFormats,
  });
}
