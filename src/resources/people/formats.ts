// People as tables and as linked data.

import { csv } from '../../http/formats/csv.ts';
import { linkedData } from '../../http/formats/linked-data.ts';
import {
  dateNode,
  documentNode,
  type Node,
  optionalNode,
  stated,
  wikidataUrl,
} from '../../http/formats/nodes.ts';
import type { Formats } from '../../http/lists/collection.ts';
import type { Person } from './schema.ts';

const table = csv({
  columns: [
    'id',
    'name.*',
    'aliases',
    'roles.title.*',
    'roles.organization.id',
    'roles.from',
    'roles.to',
    'country',
    'wikidata',
    'statements.speaker.count',
    'statements.addressee.count',
    'statements.mention.count',
  ],
});

const linked = linkedData<Person>((person, origin) =>
  documentNode('Person', person, origin, {
    name: person.name,
    alternateName: person.aliases,
    nationality: person.country && { '@type': 'Country', identifier: person.country },
    worksFor: person.roles.map((role) => roleNode(role, origin)),
    sameAs: wikidataUrl(person.wikidata),
  }),
);

/** A role stands between the person and the organization, as schema.org's Role does for any property. */
const roleNode = ({ title, organization, from, to }: Person['roles'][number], origin: string): Node =>
  stated({
    '@type': 'OrganizationRole',
    roleName: title,
    startDate: dateNode(from),
    endDate: dateNode(to),
    worksFor: optionalNode(organization, origin),
  });

export const formats: Formats = {
  list: [table, linked.list],
  item: [linked.item],
};
