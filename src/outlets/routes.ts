// The routes of outlets: what can be asked, how it is described, what it answers.
import type { FastifyInstance } from 'fastify';
import type { Context } from '../http/context.ts';
import { countryCode, oneOf } from '../http/filters.ts';
import { csvParameters } from '../http/formats/csv.ts';
import { serveItem } from '../http/item.ts';
import { serveList } from '../http/list.ts';
import { entitySorts } from '../http/paging.ts';
import { outletKinds } from '../organizations/schema.ts';
import { itemFormats, listFormats } from './formats.ts';
import { outlet } from './schema.ts';

const collection = 'outlets';
const tag = 'Outlets';

export function outletRoutes(app: FastifyInstance, context: Context): void {
  serveList(app, context, {
    collection,
    path: '/outlets',
    tag,
    summary: 'List outlets',
    description: 'Organizations that publish or broadcast, with what they published and are credited for.',
    envelope: 'OutletList',
    item: outlet,
    filters: [
      {
        param: 'kind',
        description: `What the outlet is: ${outletKinds.join(', ')}.`,
        example: 'news-agency',
        values: { codes: oneOf(outletKinds) },
      },
      {
        param: 'country',
        description: 'Country of the outlet, ISO 3166-1 alpha-2.',
        example: 'CN',
        values: { codes: countryCode },
      },
    ],
    ...entitySorts,
    formats: listFormats,
    formatParameters: csvParameters,
  });
  serveItem(app, context, {
    collection,
    tag,
    summary: 'Get an outlet',
    description: 'One outlet, with the number of renditions that it published and is credited for.',
    item: outlet,
    example: 'xinhua',
    kinds: ['outlet'],
    formats: itemFormats,
  });
}
