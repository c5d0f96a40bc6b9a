// The routes of organizations: what can be asked, how it is described, what it answers.
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../http/context.ts';
import { csvParameters } from '../../http/formats/csv.ts';
import { serveItem } from '../../http/lists/item.ts';
import { serveList } from '../../http/lists/list.ts';
import { countryFilter, idFilter, kindFilter } from '../../http/request/code-filters.ts';
import { entitySorts } from '../../http/request/paging.ts';
import { itemFormats, listFormats } from './formats.ts';
import { organization, organizationKinds } from './schema.ts';

const collection = 'organizations';
const tag = 'Organizations';

export function organizationRoutes(app: FastifyInstance, context: Context): void {
  serveList(app, context, {
    collection,
    path: '/organizations',
    tag,
    summary: 'List organizations',
    description: 'Governments, alliances, outlets and collectives that the sources name.',
    envelope: 'OrganizationList',
    item: organization,
    filters: [
      kindFilter('the organization', organizationKinds, 'government'),
      countryFilter('Country of the organization', 'RU'),
      idFilter(collection, 'kremlin'),
    ],
    ...entitySorts,
    formats: listFormats,
    formatParameters: csvParameters,
  });
  serveItem(app, context, {
    collection,
    tag,
    summary: 'Get an organization',
    description: 'One organization, with links to what it said, was told, and carried.',
    item: organization,
    example: 'kremlin',
    kinds: ['organization'],
    formats: itemFormats,
  });
}
