// Makes the documents of /outlets: of all organizations that publish.

import type { Document } from '../../records/documents.ts';
import type { Lookup } from '../../records/lookup.ts';
import * as targets from '../../records/targets.ts';
import { organizationKind, organizationTerms } from '../organizations/kind.ts';
import { isOutlet, type OrganizationRecord } from '../organizations/schema.ts';
import { sourceKind } from '../sources/kind.ts';
import type { Outlet } from './schema.ts';

/** All outlets, by id. */
export function* outletDocuments(lookup: Lookup): Iterable<Document> {
  const published = publishedByOutlet(lookup);
  for (const record of lookup.records(organizationKind)) {
    if (isOutlet(record.kind)) yield documentOf(record, published.get(record.id) ?? 0, lookup);
  }
}

/** How many renditions stand in the sources of each outlet. */
function publishedByOutlet(lookup: Lookup): Map<string, number> {
  const published = new Map<string, number>();
  for (const { id, outlet } of lookup.records(sourceKind)) {
    if (outlet === null) continue;
    const { count } = lookup.count('renditions', 'source', id);
    published.set(outlet, (published.get(outlet) ?? 0) + count);
  }
  return published;
}

function documentOf(record: OrganizationRecord, published: number, lookup: Lookup): Document {
  const { id, kind, aliases, country, wikidata } = record;
  const { name, href } = lookup.reference(targets.organization, id);
  const body: Outlet = {
    id,
    href: `/outlets/${id}`,
    name,
    kind,
    aliases,
    country,
    wikidata,
    organization: href,
    profile: `/outlets/${id}/profile`,
    sources: lookup.count('sources', 'outlet', id),
    statements: { outlet: lookup.count('statements', 'outlet', id) },
    renditions: { published, credited: lookup.count('renditions', 'via', id).count },
  };
  const terms = organizationTerms({ kind, country });
  return { id, sortKey: id, weight: body.statements.outlet.count, body, terms };
}
