// Reads outlets from the truth and makes the answers of /outlets.

import type { Truth } from '../../sqlite/truth.ts';
import type { Counter, Document } from '../../store/documents.ts';
import { type OrganizationRecord, outletKinds } from '../organizations/schema.ts';
import type { Outlet } from './schema.ts';

interface OutletRow {
  id: string;
  kind: OrganizationRecord['kind'];
  country: string | null;
  wikidata: string | null;
  published: number;
  credited: number;
}

const outletQuery = `
  SELECT
    id, kind, country, wikidata,
    (SELECT count(*) FROM rendition JOIN source ON source.id = rendition.source WHERE outlet = organization.id) AS published,
    (SELECT count(*) FROM rendition WHERE via = organization.id) AS credited
  FROM organization WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY id`;

/** All organizations that publish or broadcast, by id. */
export function* outletDocuments(truth: Truth, counter: Counter): Iterable<Document> {
  const aliases = truth.database
    .prepare('SELECT alias FROM agent_alias WHERE agent = ? ORDER BY position')
    .pluck();
  const rows = truth.database.prepare(outletQuery).all(JSON.stringify(outletKinds)) as OutletRow[];
  for (const { id, kind, country, wikidata, published, credited } of rows) {
    const { name, href } = truth.agent(id);
    const body: Outlet = {
      id,
      href: `/outlets/${id}`,
      name,
      kind,
      aliases: aliases.all(id) as string[],
      country,
      wikidata,
      organization: href,
      profile: `/outlets/${id}/profile`,
      sources: counter('sources', 'outlet', id),
      statements: { outlet: counter('statements', 'outlet', id) },
      renditions: { published, credited },
    };
    yield { id, sortKey: id, weight: body.statements.outlet.count, body, terms: outletTerms(body) };
  }
}

function* outletTerms({ kind, country }: Outlet): Iterable<[string, string]> {
  yield ['kind', kind];
  if (country !== null) yield ['country', country];
}
