// Claims as tables and as linked data.

import { csv } from '../../http/formats/csv.ts';
import { linkedData } from '../../http/formats/linked-data.ts';
import {
  articleNode,
  creditedWork,
  dateNode,
  documentNode,
  type Node,
  optionalNode,
  referenceNode,
  stated,
  taggedTexts,
} from '../../http/formats/nodes.ts';
import type { Formats } from '../../http/lists/collection.ts';
import type { Claim, ClaimValue } from './schema.ts';

/** The value stands in the columns of its type: a figure or date, a text by language, or the id of a record. */
const table = csv({
  columns: [
    'id',
    'event.id',
    'attribute',
    'value.type',
    'value.value',
    'value.value.*',
    'value.value.id',
    'value.unit',
    'value.precision',
    'attributedTo.id',
    'source.id',
    'source.outlet.id',
    'via.id',
    'proof',
    'paragraph',
    'start',
    'end',
    'note.*',
  ],
});

const linked = linkedData<Claim>((claim, origin) =>
  documentNode('Claim', claim, origin, {
    about: referenceNode(claim.event, origin),
    mainEntity: valueNode(claim.attribute, claim.value),
    mentions: claim.value.type === 'reference' ? referenceNode(claim.value.value, origin) : null,
    creator: optionalNode(claim.attributedTo, origin),
    appearance: articleNode(claim.source, origin),
    isBasedOn: creditedWork(claim.via, origin),
  }),
);

/** What is claimed: an attribute with its value. A reference is its id here, and a node of its own in `mentions`. */
function valueNode(attribute: string, value: ClaimValue): Node {
  const property = { '@type': 'PropertyValue', propertyID: attribute };
  switch (value.type) {
    case 'text':
      return { ...property, value: taggedTexts(value.value) };
    case 'reference':
      return { ...property, value: value.value.id };
    case 'count':
      return stated({ ...property, ...figure(value), unitText: value.unit });
    case 'date':
      return stated({ ...property, ...figure(value), value: dateNode(value.value) });
    default:
      return stated({ ...property, ...figure(value) });
  }
}

/** A figure, with how the source puts it where it is not meant exactly. */
const figure = ({ value, precision }: { value: string | number; precision: string }) => ({
  value,
  disambiguatingDescription: precision === 'exact' ? null : precision,
});

export const formats: Formats = {
  list: [table, linked.list],
  item: [linked.item],
};
