// Events as tables and as linked data.

import { csv } from '../../http/formats/csv.ts';
import { linkedData } from '../../http/formats/linked-data.ts';
import { dateNode, documentNode, type Node, optionalNode, referenceNode } from '../../http/formats/nodes.ts';
import type { Formats } from '../../http/lists/collection.ts';
import type { Event } from './schema.ts';

const table = csv({
  columns: [
    'id',
    'name.*',
    'kind',
    'partOf.id',
    'start',
    'end',
    'place.id',
    'participants.person.id',
    'participants.delegation.id',
    'statements.event.count',
    'statements.mention.count',
    'claims.count',
  ],
});

const linked = linkedData<Event>((event, origin) =>
  documentNode('Event', event, origin, {
    name: event.name,
    startDate: dateNode(event.start),
    endDate: dateNode(event.end),
    location: optionalNode(event.place, origin),
    superEvent: optionalNode(event.partOf, origin),
    subEvent: event.parts.map((part) => referenceNode(part, origin)),
    attendee: event.participants.map((participant) => attendeeNode(participant, origin)),
  }),
);

/** The part that a person took stands between the event and the person, as schema.org's Role does. */
function attendeeNode({ person, role }: Event['participants'][number], origin: string): Node {
  const attendee = referenceNode(person, origin);
  return role === null ? attendee : { '@type': 'Role', roleName: role, attendee };
}

export const formats: Formats = {
  list: [table, linked.list],
  item: [linked.item],
};
