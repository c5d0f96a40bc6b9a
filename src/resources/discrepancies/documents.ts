// Makes the documents of /discrepancies: one for each attribute of an event about which there are claims.

import type { Document } from '../../records/documents.ts';
import type { Lookup } from '../../records/lookup.ts';
import * as targets from '../../records/targets.ts';
import type { Claim } from '../claims/schema.ts';
import { outletTerms } from '../sources/outlet-filters.ts';
import { compareClaims } from './compare.ts';
import { type Discrepancy, statuses } from './schema.ts';

/** The claims about one attribute of one event. */
interface Group {
  event: string;
  attribute: string;
  claims: Claim[];
}

/** All groups of claims, by event and attribute; a conflict weighs most. */
export function* discrepancyDocuments(lookup: Lookup): Iterable<Document> {
  const idOf = idMaker();
  for (const group of groupsOf(lookup.documents<Claim>('claims'))) {
    const { event, attribute, claims } = group;
    const body = discrepancyOf(idOf(group), group, lookup);
    const weight = statuses.length - statuses.indexOf(body.status);
    const terms = discrepancyTerms(body, claims, lookup);
    yield { id: body.id, sortKey: `${event} ${attribute}`, weight, body, terms };
  }
}

/** Groups claims that come in the order of event and attribute. */
function* groupsOf(claims: Iterable<Claim>): Iterable<Group> {
  let group: Group = { event: '', attribute: '', claims: [] };
  for (const claim of claims) {
    const { event, attribute } = claim;
    if (group.event !== event.id || group.attribute !== attribute) {
      if (group.claims.length > 0) yield group;
      group = { event: event.id, attribute, claims: [] };
    }
    group.claims.push(claim);
  }
  if (group.claims.length > 0) yield group;
}

/**
 * Makes the ids: event and attribute, joined. Where two pairs join to the same (the `duration` of `x-talks`, the
 * `talks-duration` of `x`), the second in order is numbered.
 */
function idMaker(): (group: Group) => string {
  const taken = new Set<string>();
  return ({ event, attribute }) => {
    let id = `${event}-${attribute}`;
    for (let number = 2; taken.has(id); number += 1) id = `${event}-${attribute}-${number}`;
    taken.add(id);
    return id;
  };
}

function discrepancyOf(id: string, { event, attribute, claims }: Group, lookup: Lookup): Discrepancy {
  const { types, ...verdict } = compareClaims(claims, lookup.lineage);
  const subject = { event: lookup.reference(targets.event, event), attribute, types };
  return { id, href: `/discrepancies/${id}`, ...subject, ...verdict };
}

function* discrepancyTerms(
  { event, attribute, types, status, conflicts }: Discrepancy,
  claims: readonly Claim[],
  lookup: Lookup,
): Iterable<readonly [string, string]> {
  for (const id of lookup.lineage('event', event.id)) {
    yield ['event', id];
    if (status === 'conflicting') yield ['conflicting', id];
  }
  yield ['attribute', attribute];
  yield ['status', status];
  for (const type of types) yield ['type', type];
  for (const conflict of conflicts) yield ['conflict', conflict];
  for (const { source, via, attributedTo } of claims) {
    yield ['source', source.id];
    yield* outletTerms({ source, via });
    if (attributedTo) yield ['attributedTo', attributedTo.id];
  }
}
