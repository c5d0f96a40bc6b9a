// Reads organizations from the truth and makes the answers of /organizations.

import type { Truth } from '../../sqlite/truth.ts';
import type { Counter, Document } from '../../store/documents.ts';
import { isOutlet, type Organization, type OrganizationRecord } from './schema.ts';

interface OrganizationRow {
  id: string;
  kind: OrganizationRecord['kind'];
  country: string | null;
  wikidata: string | null;
}

/** All organizations, by id. */
export function* organizationDocuments(truth: Truth, counter: Counter): Iterable<Document> {
  const query = truth.database.prepare('SELECT id, kind, country, wikidata FROM organization ORDER BY id');
  const aliases = truth.database
    .prepare('SELECT alias FROM agent_alias WHERE agent = ? ORDER BY position')
    .pluck();
  for (const { id, kind, country, wikidata } of query.all() as OrganizationRow[]) {
    const { name, href } = truth.agent(id);
    const body: Organization = {
      id,
      href,
      name,
      kind,
      aliases: aliases.all(id) as string[],
      country,
      wikidata,
      statements: {
        speaker: counter('statements', 'speaker', id),
        addressee: counter('statements', 'addressee', id),
        mention: counter('statements', 'mention', id),
        outlet: isOutlet(kind) ? counter('statements', 'outlet', id) : null,
      },
    };
    yield {
      id,
      sortKey: id,
      weight: body.statements.speaker.count,
      body,
      terms: organizationTerms(body),
      text: { quoted: truth.forms('organization', id) },
    };
  }
}

/** The filter values of an organization, outlet or not. */
export function* organizationTerms({
  kind,
  country,
}: Pick<Organization, 'kind' | 'country'>): Iterable<[string, string]> {
  yield ['kind', kind];
  if (country !== null) yield ['country', country];
}
