// Discrepancies as tables and as linked data.

import { csv } from '../../http/formats/csv.ts';
import { linkedData } from '../../http/formats/linked-data.ts';
import { documentNode, referenceNode } from '../../http/formats/nodes.ts';
import type { Formats } from '../../http/lists/collection.ts';
import type { Discrepancy } from './schema.ts';

/** A row for each value; what several claims say of it stands in one cell. */
const table = csv({
  columns: [
    'id',
    'event.id',
    'attribute',
    'status',
    'conflicts',
    'counts.sources',
    'values.label',
    'values.value.type',
    'values.range.from',
    'values.range.to',
    'values.counts.sources',
    'values.claims.id',
    'values.claims.source.id',
    'values.claims.attributedTo.id',
    'values.claims.via.id',
  ],
  rows: 'values',
});

/** schema.org has no word for a disagreement: here it is the list of the claims that are compared. */
const linked = linkedData<Discrepancy>(({ id, href, event, attribute, status, values }, origin) =>
  documentNode(['ItemList', 'CreativeWork'], { id, href }, origin, {
    keywords: attribute,
    creativeWorkStatus: status,
    about: referenceNode(event, origin),
    itemListElement: values.flatMap(({ claims }) =>
      claims.map((claim) => ({ '@id': origin + claim.href, '@type': 'Claim', identifier: claim.id })),
    ),
  }),
);

export const formats: Formats = {
  list: [table, linked.list],
  item: [linked.item],
};
