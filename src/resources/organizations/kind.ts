// Organizations: their records, and the documents of /organizations.

import type { Document } from '../../records/documents.ts';
import { defineKind, eachDocument } from '../../records/kind.ts';
import type { Lookup } from '../../records/lookup.ts';
import * as targets from '../../records/targets.ts';
import {
  isOutlet,
  type Organization,
  type OrganizationRecord,
  organizationRecord,
  outletKinds,
  unstatedOutlet,
} from './schema.ts';

export const organizationKind = defineKind<OrganizationRecord>({
  kind: 'organization',
  schema: organizationRecord,
  idSpace: 'agent',
  reservedIds: [unstatedOutlet],
  alsoKnownAs: ({ kind }) => (isOutlet(kind) ? 'outlet' : null),
  documents: eachDocument(documentOf),
});

/** An organization that publishes: only such a one has sources, or is credited in them. */
export const outlet: targets.Target = {
  kinds: ['organization'],
  objection({ id, kind }: OrganizationRecord) {
    if (isOutlet(kind)) return null;
    return `'${id}' is no outlet (its kind is '${kind}'); an outlet's kind is one of ${outletKinds.join(', ')}`;
  },
};

function documentOf({ id, kind, aliases, country, wikidata }: OrganizationRecord, lookup: Lookup): Document {
  const { name, href } = lookup.reference(targets.organization, id);
  const body: Organization = {
    id,
    href,
    name,
    kind,
    aliases,
    country,
    wikidata,
    statements: {
      speaker: lookup.count('statements', 'speaker', id),
      addressee: lookup.count('statements', 'addressee', id),
      mention: lookup.count('statements', 'mention', `organization/${id}`),
      outlet: isOutlet(kind) ? lookup.count('statements', 'outlet', id) : null,
    },
  };
  return {
    id,
    sortKey: id,
    weight: body.statements.speaker.count,
    body,
    terms: organizationTerms({ kind, country }),
    text: { quoted: lookup.forms({ kind: 'organization', id }) },
  };
}

/** The filter values of an organization, outlet or not. */
export function* organizationTerms({
  kind,
  country,
}: Pick<OrganizationRecord, 'kind' | 'country'>): Iterable<[string, string]> {
  yield ['kind', kind];
  if (country !== null) yield ['country', country];
}
