// The routes of renditions: what can be asked, how it is described, what it answers.
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../http/context.ts';
import { csvParameters } from '../../http/formats/csv.ts';
import { serveItem } from '../../http/lists/item.ts';
import { serveList } from '../../http/lists/list.ts';
import { kebabCase, languageCode, oneOf } from '../../http/request/code-filters.ts';
import type { Filter } from '../../http/request/filters.ts';
import { unstatedOutlet } from '../sources/schema.ts';
import { modes } from '../statements/schema.ts';
import { itemFormats, listFormats } from './formats.ts';
import { passage } from './schema.ts';

const collection = 'renditions';
const tag = 'Renditions';

const filters: Filter[] = [
  {
    param: 'statement',
    description: 'Id of the statement that it reports.',
    example: 'putin-good-direct-contacts',
    values: { codes: kebabCase },
  },
  {
    param: 'speaker',
    description: 'Who said what it reports: a person, an organization or a collective.',
    example: 'putin',
    values: { names: ['person', 'organization'] },
  },
  {
    param: 'source',
    description: 'Source in which it stands.',
    example: 'article-003',
    values: { names: ['source'] },
  },
  {
    param: 'outlet',
    description: `Outlet that published its source or is credited in it; \`${unstatedOutlet}\` finds those in sources whose text names no publisher.`,
    example: 'xinhua',
    values: { names: ['outlet'], also: [unstatedOutlet] },
  },
  {
    param: 'mode',
    description: `How it reports: ${modes.join(', ')}.`,
    example: 'direct',
    values: { codes: oneOf(modes) },
  },
  {
    param: 'language',
    description: 'Language of the passage, BCP 47.',
    example: 'ar',
    values: { codes: languageCode },
  },
];

export function renditionRoutes(app: FastifyInstance, context: Context): void {
  serveList(app, context, {
    collection,
    path: '/renditions',
    tag,
    summary: 'List renditions',
    description: 'The passages that report statements, source by source and in the order of the text.',
    envelope: 'PassageList',
    item: passage,
    filters,
    sorts: {
      source: { by: 'key', reversed: false },
      '-source': { by: 'key', reversed: true },
    },
    sort: 'source',
    formats: listFormats,
    formatParameters: csvParameters,
  });
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
