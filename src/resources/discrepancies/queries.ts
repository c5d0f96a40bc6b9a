// Groups the claims by event and attribute and makes the answers of /discrepancies.

import type { Truth } from '../../sqlite/truth.ts';
import type { Document } from '../../store/documents.ts';
import type { Claim } from '../claims/schema.ts';
import { unstatedOutlet } from '../sources/schema.ts';
import { compareClaims } from './compare.ts';
import { type Discrepancy, statuses } from './schema.ts';

interface Group {
  event: string;
  attribute: string;
  claims: number;
}

/** All groups of claims, by event and attribute; a conflict weighs most. The claims must be the last documents by now. */
export function* discrepancyDocuments(truth: Truth): Iterable<Document> {
  const groups = truth.database.prepare(
    'SELECT event, attribute, count(*) AS claims FROM claim GROUP BY event, attribute ORDER BY event, attribute',
  );
  const claimsOf = claimReader(truth);
  const idOf = idMaker();
  for (const group of groups.all() as Group[]) {
    const claims = claimsOf(group);
    const body = discrepancyOf(truth, idOf(group), group, claims);
    const sortKey = `${group.event} ${group.attribute}`;
    const weight = statuses.length - statuses.indexOf(body.status);
    yield { id: body.id, sortKey, weight, body, terms: discrepancyTerms(truth, body, claims) };
  }
}

/** Makes the function that reads the ready claims of each group in turn: by number, for they come in the order of groups. */
function claimReader({ database }: Truth): (group: Group) => Claim[] {
  const bodies = database
    .prepare('SELECT body FROM document WHERE number BETWEEN ? AND ? ORDER BY number')
    .pluck();
  let next = database
    .prepare('SELECT (SELECT max(number) FROM document) + 1 - (SELECT count(*) FROM claim)')
    .pluck()
    .get() as number;
  return ({ claims }) => {
    const found = bodies.all(next, next + claims - 1) as Buffer[];
    next += claims;
    return found.map((body) => JSON.parse(body.toString('utf8')) as Claim);
  };
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

function discrepancyOf(truth: Truth, id: string, { event, attribute }: Group, claims: Claim[]): Discrepancy {
  const { types, ...verdict } = compareClaims(claims, truth.lineage);
  const subject = { event: truth.reference('event', event), attribute, types };
  return { id, href: `/discrepancies/${id}`, ...subject, ...verdict };
}

function* discrepancyTerms(
  truth: Truth,
  { event, attribute, types, status, conflicts }: Discrepancy,
  claims: readonly Claim[],
): Iterable<[string, string]> {
  for (const id of truth.lineage('event', event.id)) {
    yield ['event', id];
    if (status === 'conflicting') yield ['conflicting', id];
  }
  yield ['attribute', attribute];
  yield ['status', status];
  for (const type of types) yield ['type', type];
  for (const conflict of conflicts) yield ['conflict', conflict];
  for (const { source, via, attributedTo } of claims) {
    yield ['source', source.id];
    yield ['outlet', source.outlet?.id ?? unstatedOutlet];
    if (via) yield ['outlet', via.id];
    if (attributedTo) yield ['attributedTo', attributedTo.id];
  }
}
