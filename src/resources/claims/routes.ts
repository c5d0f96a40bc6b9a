// The routes of claims: all of them, those of one event, and one by id.

import type { FastifyInstance } from 'fastify';
import type { Context, Data } from '../../http/context.ts';
import { csvParameters } from '../../http/formats/csv.ts';
import { documentOf, idParameter, serveItem } from '../../http/lists/item.ts';
import { serveList } from '../../http/lists/list.ts';
import { idFilter, kebabCase, oneOf } from '../../http/request/code-filters.ts';
import type { Filter } from '../../http/request/filters.ts';
import { speakingKinds } from '../../records/kinds.ts';
import { outletFilters } from '../sources/outlet-filters.ts';
import { itemFormats, listFormats } from './formats.ts';
import { claim, claimTypes } from './schema.ts';

const collection = 'claims';
const tag = 'Claims';

const eventFilter: Filter = {
  param: 'event',
  description: 'Event that the claim speaks of, its parts included.',
  example: 'alaska-2025',
  values: { names: ['event'] },
};

const filters: Filter[] = [
  {
    param: 'attribute',
    description: 'What the claim is about.',
    example: 'duration',
    values: { codes: kebabCase, mustOccur: true },
  },
  {
    param: 'type',
    description: `Type of its value: ${claimTypes.join(', ')}.`,
    example: 'duration',
    values: { codes: oneOf(claimTypes) },
  },
  {
    param: 'source',
    description: 'Source that makes it.',
    example: 'article-003',
    values: { names: ['source'] },
  },
  ...outletFilters,
  {
    param: 'attributedTo',
    description: 'Person or organization whom the source credits for it.',
    example: 'trump',
    values: { names: speakingKinds },
  },
];

const order = {
  sorts: { event: { by: 'key', reversed: false }, '-event': { by: 'key', reversed: true } },
  sort: 'event',
} as const;

export function claimRoutes(app: FastifyInstance, context: Context): void {
  const shared = {
    collection,
    tag,
    item: claim,
    envelope: 'ClaimList',
    ...order,
    formats: listFormats,
    formatParameters: csvParameters,
  } as const;
  serveList(app, context, {
    ...shared,
    path: '/claims',
    summary: 'List claims',
    description: 'What sources say of the events themselves, by event and attribute.',
    filters: [eventFilter, ...filters, idFilter(collection, 'talks-duration-001')],
  });
  serveList(app, context, {
    ...shared,
    path: '/events/:id/claims',
    summary: 'List the claims about an event',
    description:
      'What sources say of one event and its parts: how long it lasted, who took part, what came of it.',
    filters,
    scope: { parameters: idParameter('alaska-2025'), read: claimsOfEvent },
  });
  serveItem(app, context, {
    collection,
    tag,
    summary: 'Get a claim',
    description: 'One claim, with its typed value and its place in the source.',
    item: claim,
    example: 'talks-duration-001',
    kinds: [],
    formats: itemFormats,
  });
}

async function claimsOfEvent(data: Data, { id }: { id: string }) {
  await documentOf(data, 'events', ['event'], id);
  return [{ facet: 'event', values: [id], negated: false }];
}
