// Gestures as tables and as linked data.
import { csv } from '../../http/formats/csv.ts';
import { linkedData } from '../../http/formats/linked-data.ts';
import { documentNode, optionalNode } from '../../http/formats/nodes.ts';
import type { Formats } from '../../http/lists/collection.ts';
import type { Gesture } from './schema.ts';

const table = csv({ columns: ['id', 'name.*', 'country', 'event.id', 'statements.mention.count'] });

const linked = linkedData<Gesture>((gesture, origin) =>
  documentNode('Action', gesture, origin, {
    name: gesture.name,
    description: gesture.description,
    isPartOf: optionalNode(gesture.event, origin),
  }),
);

export const formats: Formats = { list: [table, linked.list], item: [linked.item] };
