// The routes of places: what can be asked, how it is described, what it answers.
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../http/context.ts';
import { csvParameters } from '../../http/formats/csv.ts';
import { serveItem } from '../../http/lists/item.ts';
import { serveList } from '../../http/lists/list.ts';
import { idFilter, kindFilter } from '../../http/request/code-filters.ts';
import { entitySorts } from '../../http/request/paging.ts';
import { itemFormats, listFormats } from './formats.ts';
import { place, placeKinds } from './schema.ts';

const collection = 'places';
const tag = 'Places';

export function placeRoutes(app: FastifyInstance, context: Context): void {
  serveList(app, context, {
    collection,
    path: '/places',
    tag,
    summary: 'List places',
    description: 'Places where something was said or that were spoken of, as a tree.',
    envelope: 'PlaceList',
    item: place,
    filters: [
      kindFilter('the place', placeKinds, 'city'),
      {
        param: 'within',
        description: 'Place that it lies in, at any depth.',
        example: 'united-states',
        values: { names: ['place'] },
      },
      idFilter(collection, 'alaska'),
    ],
    ...entitySorts,
    formats: listFormats,
    formatParameters: csvParameters,
  });
  serveItem(app, context, {
    collection,
    tag,
    summary: 'Get a place',
    description: 'One place, with its coordinates and links to the statements made there or about it.',
    item: place,
    example: 'alaska',
    kinds: ['place'],
    formats: itemFormats,
  });
}
