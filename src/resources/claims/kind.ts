// Claims: their records, and the documents of /claims.

import type { Document } from '../../records/documents.ts';
import { defineKind, eachDocument } from '../../records/kind.ts';
import type { Lookup } from '../../records/lookup.ts';
import { placeRules } from '../../records/rules.ts';
import * as targets from '../../records/targets.ts';
import type { IndexedText } from '../../text/indexed-text.ts';
import { outlet } from '../organizations/kind.ts';
import { outletTerms } from '../sources/outlet-filters.ts';
import { type Claim, type ClaimRecord, type ClaimValue, claimRecord } from './schema.ts';

export const claimKind = defineKind<ClaimRecord>({
  kind: 'claim',
  schema: claimRecord,
  rules: (claim) => placeRules(claim, []),
  references({ event, value, attributedTo, source, via }, refer) {
    refer(event, targets.event, 'event');
    if (value.type === 'reference') refer(value.value, targets.claimable, 'value', 'value');
    refer(attributedTo, targets.agent, 'attributedTo');
    refer(source, targets.source, 'source');
    refer(via, outlet, 'via');
  },
  citations: (claim) => [[claim, []]],
  sortKey: ({ id, event, attribute }) => `${event} ${attribute} ${id}`,
  documents: eachDocument(documentOf),
});

function documentOf(record: ClaimRecord, lookup: Lookup): Document {
  const { id, attribute, value, paragraph, start, end, note } = record;
  const body: Claim = {
    id,
    href: `/claims/${id}`,
    event: lookup.reference(targets.event, record.event),
    attribute,
    value: answeredValue(value, lookup),
    attributedTo: lookup.optionalReference(targets.agent, record.attributedTo),
    source: lookup.source(record.source),
    via: lookup.optionalReference(targets.organization, record.via),
    proof: start === null ? 'none' : 'text',
    paragraph,
    start,
    end,
    note,
  };
  return {
    id,
    sortKey: `${record.event} ${attribute} ${id}`,
    weight: 0,
    body,
    terms: claimTerms(body, lookup),
    text: claimText(body, lookup),
  };
}

/** The value as answers give it. Fields stand in the order in which answers have them. */
function answeredValue(value: ClaimRecord['value'], lookup: Lookup): ClaimValue {
  switch (value.type) {
    case 'text':
      return { type: value.type, value: value.value };
    case 'reference':
      return { type: value.type, value: lookup.reference(targets.claimable, value.value) };
    default:
      return value;
  }
}

function* claimTerms(claim: Claim, lookup: Lookup): Iterable<readonly [string, string]> {
  for (const event of lookup.lineage('event', claim.event.id)) yield ['event', event];
  yield ['attribute', claim.attribute];
  yield ['type', claim.value.type];
  yield ['source', claim.source.id];
  yield* outletTerms(claim);
  yield ['proof', claim.proof];
  if (claim.attributedTo) yield ['attributedTo', claim.attributedTo.id];
}

function claimText({ event, attribute, value, attributedTo, note }: Claim, lookup: Lookup): IndexedText {
  const about = [
    event,
    ...(attributedTo ? [attributedTo] : []),
    ...(value.type === 'reference' ? [value.value] : []),
  ];
  return {
    names: about.map((each) => lookup.forms(each)),
    own: [
      attribute.replaceAll('-', ' '),
      ...(value.type === 'text' ? Object.values(value.value) : []),
      ...Object.values(note ?? {}),
    ],
  };
}
