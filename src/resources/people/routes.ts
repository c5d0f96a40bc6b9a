// The routes of people: what can be asked, how it is described, what it answers.
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../http/context.ts';
import { csvParameters } from '../../http/formats/csv.ts';
import { serveItem } from '../../http/lists/item.ts';
import { serveList } from '../../http/lists/list.ts';
import { countryFilter, idFilter } from '../../http/request/code-filters.ts';
import { entitySorts } from '../../http/request/paging.ts';
import { itemFormats, listFormats } from './formats.ts';
import { person } from './schema.ts';

const collection = 'people';
const tag = 'People';

export function peopleRoutes(app: FastifyInstance, context: Context): void {
  serveList(app, context, {
    collection,
    path: '/people',
    tag,
    summary: 'List people',
    description: 'Everyone who speaks, is spoken to or is spoken of, with the number of their statements.',
    envelope: 'PersonList',
    item: person,
    filters: [
      countryFilter('Country of the person', 'RU'),
      {
        param: 'organization',
        description: 'Organization in which the person holds or held a role.',
        example: 'kremlin',
        hasSeveral: true,
        values: { names: ['organization'] },
      },
      {
        param: 'event',
        description: 'Event in which the person took part, its parts included.',
        example: 'alaska-2025',
        hasSeveral: true,
        values: { names: ['event'] },
      },
      idFilter(collection, 'putin'),
    ],
    ...entitySorts,
    formats: listFormats,
    formatParameters: csvParameters,
  });
  serveItem(app, context, {
    collection,
    tag,
    summary: 'Get a person',
    description: 'One person, with aliases, roles and links to their statements.',
    item: person,
    example: 'putin',
    kinds: ['person'],
    formats: itemFormats,
  });
}
