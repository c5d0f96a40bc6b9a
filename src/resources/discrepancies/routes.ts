// The routes of discrepancies: all of them, those of one event, and one by id.
import type { FastifyInstance } from 'fastify';
import type { Context, Data } from '../../http/context.ts';
import { csvParameters } from '../../http/formats/csv.ts';
import { documentOf, idParameter, serveItem } from '../../http/lists/item.ts';
import { serveList } from '../../http/lists/list.ts';
import { discrepancyFilters, filtersWithinEvent } from './filters.ts';
import { itemFormats, listFormats } from './formats.ts';
import { discrepancy } from './schema.ts';

const collection = 'discrepancies';
const tag = 'Discrepancies';

const order = {
  sorts: {
    status: { by: 'weight', reversed: false },
    '-status': { by: 'weight', reversed: true },
    event: { by: 'key', reversed: false },
    '-event': { by: 'key', reversed: true },
  },
  sort: 'status',
} as const;

export function discrepancyRoutes(app: FastifyInstance, context: Context): void {
  const formats = { formats: listFormats, formatParameters: csvParameters };
  const shared = {
    collection,
    tag,
    item: discrepancy,
    envelope: 'DiscrepancyList',
    ...order,
    ...formats,
  } as const;
  serveList(app, context, {
    ...shared,
    path: '/discrepancies',
    summary: 'List discrepancies',
    description:
      'What sources say of the events, attribute by attribute: every value with who gives it, and whether they agree. Conflicts come first.',
    filters: discrepancyFilters,
  });
  serveList(app, context, {
    ...shared,
    path: '/events/:id/discrepancies',
    summary: 'List the discrepancies about an event',
    description: 'The claims about one event and its parts, grouped by what they are about and compared.',
    filters: filtersWithinEvent,
    scope: { parameters: idParameter('alaska-2025'), read: groupsOfEvent },
  });
  serveItem(app, context, {
    collection,
    tag,
    summary: 'Get a discrepancy',
    description: 'One attribute of one event with every value that sources give it, compared.',
    item: discrepancy,
    example: 'alaska-2025-talks-duration',
    kinds: [],
    formats: itemFormats,
  });
}

async function groupsOfEvent(data: Data, { id }: { id: string }) {
  await documentOf(data, 'events', ['event'], id);
  return [{ facet: 'event', values: [id], negated: false }];
}
