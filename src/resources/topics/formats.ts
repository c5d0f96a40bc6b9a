// Topics as tables and as linked data.

import { csv } from '../../http/formats/csv.ts';
import { linkedData } from '../../http/formats/linked-data.ts';
import { documentNode, optionalNode } from '../../http/formats/nodes.ts';
import type { Formats } from '../../http/lists/collection.ts';
import type { Topic } from './schema.ts';

const table = csv({
  columns: ['id', 'name.*', 'description.*', 'broader.id', 'narrower.id', 'statements.topic.count'],
});

/** schema.org has terms but no tree of them; SKOS has. */
const linked = linkedData<Topic>((topic, origin) =>
  documentNode(['DefinedTerm', 'Concept'], topic, origin, {
    name: topic.name,
    description: topic.description,
    inDefinedTermSet: `${origin}/topics`,
    broader: optionalNode(topic.broader, origin),
  }),
);

export const formats: Formats = {
  list: [table, linked.list],
  item: [linked.item],
};
