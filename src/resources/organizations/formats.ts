// Organizations as tables and as linked data.

import { csv } from '../../http/formats/csv.ts';
import { linkedData } from '../../http/formats/linked-data.ts';
import { documentNode, type Node, wikidataUrl } from '../../http/formats/nodes.ts';
import type { Formats } from '../../http/lists/collection.ts';
import { type Organization, outletKinds } from './schema.ts';

/** The columns of an organization, outlet or not. */
export const organizationColumns = ['id', 'name.*', 'kind', 'aliases', 'country', 'wikidata'];

const table = csv({
  columns: [
    ...organizationColumns,
    'statements.speaker.count',
    'statements.addressee.count',
    'statements.mention.count',
    'statements.outlet.count',
  ],
});

/** Kinds that schema.org has a narrower type for. */
const types: Partial<Record<Organization['kind'], string>> = {
  government: 'GovernmentOrganization',
  ministry: 'GovernmentOrganization',
  party: 'PoliticalParty',
  company: 'Corporation',
  ...Object.fromEntries(outletKinds.map((kind) => [kind, 'NewsMediaOrganization'])),
  platform: 'Organization',
};

/** An organization, whether it is asked for as one or as an outlet: there is one thing, so there is one `@id`. */
export const organizationNode = (
  { id, name, kind, aliases, country, wikidata }: Omit<Organization, 'href' | 'statements'>,
  origin: string,
): Node =>
  documentNode(types[kind] ?? 'Organization', { id, href: `/organizations/${id}` }, origin, {
    name,
    alternateName: aliases,
    address: country && { '@type': 'PostalAddress', addressCountry: country },
    sameAs: wikidataUrl(wikidata),
  });

const linked = linkedData<Organization>(organizationNode);

export const formats: Formats = {
  list: [table, linked.list],
  item: [linked.item],
};
