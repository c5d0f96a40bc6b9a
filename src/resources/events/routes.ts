// The routes of events: what can be asked, how it is described, what it answers.
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../http/context.ts';
import { csvParameters } from '../../http/formats/csv.ts';
import { serveItem } from '../../http/lists/item.ts';
import { serveList } from '../../http/lists/list.ts';
import { idFilter, oneOf } from '../../http/request/code-filters.ts';
import { entitySorts } from '../../http/request/paging.ts';
import { itemFormats, listFormats } from './formats.ts';
import { event, eventKinds } from './schema.ts';

const collection = 'events';
const tag = 'Events';

export function eventRoutes(app: FastifyInstance, context: Context): void {
  serveList(app, context, {
    collection,
    path: '/events',
    tag,
    summary: 'List events',
    description:
      'The summits, and under each its parts: arrival, talks, press conference, interviews, posts.',
    envelope: 'EventList',
    item: event,
    filters: [
      {
        param: 'kind',
        description: `What kind of occasion it is: ${eventKinds.join(', ')}.`,
        example: 'press-conference',
        values: { codes: oneOf(eventKinds) },
      },
      {
        param: 'partOf',
        description: 'Event that it is a part of, at any depth.',
        example: 'alaska-2025',
        values: { names: ['event'] },
      },
      {
        param: 'place',
        description: 'Where it took place, with all that lies within.',
        example: 'alaska',
        values: { names: ['place'] },
      },
      {
        param: 'participant',
        description: 'Person who took part.',
        example: 'lavrov',
        hasSeveral: true,
        values: { names: ['person'] },
      },
      idFilter(collection, 'alaska-2025'),
    ],
    sorts: {
      ...entitySorts.sorts,
      '-start': { by: 'date', reversed: false },
      start: { by: 'date', reversed: true },
    },
    sort: entitySorts.sort,
    formats: listFormats,
    formatParameters: csvParameters,
  });
  serveItem(app, context, {
    collection,
    tag,
    summary: 'Get an event',
    description: 'One event, with its parts, its participants and links to statements and claims.',
    item: event,
    example: 'alaska-2025',
    kinds: ['event'],
    formats: itemFormats,
  });
}
