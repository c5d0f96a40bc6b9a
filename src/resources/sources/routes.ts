// The routes of sources: what can be asked, how it is described, what it answers.
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../http/context.ts';
import { csvParameters } from '../../http/formats/csv.ts';
import { serveItem } from '../../http/lists/item.ts';
import { serveList } from '../../http/lists/list.ts';
import { idFilter, languageValues, proofFilter } from '../../http/request/code-filters.ts';
import { entitySorts } from '../../http/request/paging.ts';
import { itemFormats, listFormats } from './formats.ts';
import { publisherFilter } from './outlet-filters.ts';
import { source, unstatedOutlet } from './schema.ts';

const collection = 'sources';
const tag = 'Sources';

export function sourceRoutes(app: FastifyInstance, context: Context): void {
  serveList(app, context, {
    collection,
    path: '/sources',
    tag,
    summary: 'List sources',
    description:
      'The articles that were read, each with its file, digest and publisher as far as its text tells, and those that are known without their text.',
    envelope: 'SourceList',
    item: source,
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
      idFilter(collection, 'article-003'),
    ],
    ...entitySorts,
    formats: listFormats,
    formatParameters: csvParameters,
  });
  serveItem(app, context, {
    collection,
    tag,
    summary: 'Get a source',
    description: 'One source, with the number of statements, renditions and claims that were found in it.',
    item: source,
    example: 'article-003',
    kinds: ['source'],
    formats: itemFormats,
  });
}
