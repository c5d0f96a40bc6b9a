// The routes of outlets: what can be asked, how it is described, what it answers.
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../http/context.ts';
import { csvParameters } from '../../http/formats/csv.ts';
import { serveItem } from '../../http/lists/item.ts';
import { serveList } from '../../http/lists/list.ts';
import { countryFilter, idFilter, kindFilter } from '../../http/request/code-filters.ts';
import { entitySorts } from '../../http/request/paging.ts';
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
      kindFilter('the outlet', outletKinds, 'news-agency'),
      countryFilter('Country of the outlet', 'CN'),
      idFilter(collection, 'xinhua'),
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
