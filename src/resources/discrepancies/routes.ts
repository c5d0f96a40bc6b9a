// The routes of discrepancies: all of them, those of one event, and one by id.
import type { FastifyInstance } from 'fastify';
import type { Context, Data } from '../../http/context.ts';
import { csvParameters } from '../../http/formats/csv.ts';
import { documentOf, idParameter, serveItem } from '../../http/lists/item.ts';
import { serveList } from '../../http/lists/list.ts';
import { kebabCase, oneOf } from '../../http/request/code-filters.ts';
import type { Filter } from '../../http/request/filters.ts';
import { claimTypes } from '../claims/schema.ts';
import { unstatedOutlet } from '../sources/schema.ts';
import { itemFormats, listFormats } from './formats.ts';
import { conflicts, discrepancy, statuses } from './schema.ts';

const collection = 'discrepancies';
const tag = 'Discrepancies';

const eventFilter: Filter = {
  param: 'event',
  description: 'Event that is spoken of, its parts included.',
  example: 'alaska-2025',
  values: { names: ['event'] },
};

const filters: Filter[] = [
  {
    param: 'status',
    description: `How far the sources agree: ${statuses.join(', ')}.`,
    example: 'conflicting',
    preset: true,
    values: { codes: oneOf(statuses) },
  },
  {
    param: 'conflict',
    description: `Where a conflict lies: ${conflicts.join(', ')}.`,
    example: 'between-sources',
    hasSeveral: true,
    values: { codes: oneOf(conflicts) },
  },
  {
    param: 'attribute',
    description: 'What is said of the event.',
    example: 'duration',
    values: { codes: kebabCase },
  },
  {
    param: 'type',
    description: `Type of at least one value: ${claimTypes.join(', ')}.`,
    example: 'duration',
    hasSeveral: true,
    values: { codes: oneOf(claimTypes) },
  },
  {
    param: 'source',
    description: 'Source that gives at least one of the values.',
    example: 'article-003',
    hasSeveral: true,
    values: { names: ['source'] },
  },
  {
    param: 'outlet',
    description: `Outlet that published such a source or is credited there; \`${unstatedOutlet}\` stands for sources whose text names no publisher.`,
    example: 'xinhua',
    hasSeveral: true,
    values: { names: ['outlet'], also: [unstatedOutlet] },
  },
  {
    param: 'attributedTo',
    description: 'Person or organization whom a source credits for one of the values.',
    example: 'trump',
    hasSeveral: true,
    values: { names: ['person', 'organization'] },
  },
];

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
    filters: [eventFilter, ...filters],
  });
  serveList(app, context, {
    ...shared,
    path: '/events/:id/discrepancies',
    summary: 'List the discrepancies about an event',
    description: 'The claims about one event and its parts, grouped by what they are about and compared.',
    filters,
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
