// Reads claims from the truth and makes the answers of /claims.

import type { Reference } from '../../records/references.ts';
import { byLanguage, type NamedKind, type Truth, textsByLanguage } from '../../sqlite/truth.ts';
import type { Document } from '../../store/documents.ts';
import type { IndexedText } from '../../text/indexed-text.ts';
import { unstatedOutlet } from '../sources/schema.ts';
import type { Claim, ClaimValue } from './schema.ts';

interface ClaimRow {
  id: string;
  event: string;
  attribute: string;
  type: ClaimValue['type'];
  moment: string;
  amount: number;
  unit: string | null;
  precision: 'exact' | 'approximate' | 'nearly' | 'over';
  reference_agent: string | null;
  reference_place: string | null;
  reference_event: string | null;
  reference_topic: string | null;
  attributed_to: string | null;
  source: string;
  outlet: string | null;
  via: string | null;
  paragraph: number;
  start_offset: number;
  end_offset: number;
  note: string | null;
}

const claimQuery = `
  SELECT claim.*, source.outlet FROM claim JOIN source ON source.id = claim.source
  ORDER BY event, attribute, claim.id`;

/** All claims, by event, attribute and id. */
export function* claimDocuments(truth: Truth): Iterable<Document> {
  const readValue = valueReader(truth);
  for (const row of truth.database.prepare(claimQuery).all() as ClaimRow[]) {
    const { id, attribute, paragraph, note } = row;
    const body: Claim = {
      id,
      href: `/claims/${id}`,
      event: truth.reference('event', row.event),
      attribute,
      value: readValue(row),
      attributedTo: truth.optionalAgent(row.attributed_to),
      source: { ...truth.reference('source', row.source), outlet: truth.optionalAgent(row.outlet) },
      via: truth.optionalAgent(row.via),
      paragraph,
      start: row.start_offset,
      end: row.end_offset,
      note,
    };
    const sortKey = `${row.event} ${attribute} ${id}`;
    yield { id, sortKey, weight: 0, body, terms: claimTerms(truth, body), text: claimText(truth, body) };
  }
}

function* claimTerms(truth: Truth, claim: Claim): Iterable<[string, string]> {
  for (const event of truth.lineage('event', claim.event.id)) yield ['event', event];
  yield ['attribute', claim.attribute];
  yield ['type', claim.value.type];
  yield ['source', claim.source.id];
  yield ['outlet', claim.source.outlet?.id ?? unstatedOutlet];
  if (claim.via) yield ['outlet', claim.via.id];
  if (claim.attributedTo) yield ['attributedTo', claim.attributedTo.id];
}

function valueReader(truth: Truth): (row: ClaimRow) => ClaimValue {
  const texts = truth.database
    .prepare(`SELECT language, text FROM claim_text WHERE claim = ? ${byLanguage}`)
    .raw();
  return (row) => {
    const { type, moment, amount, unit, precision } = row;
    switch (type) {
      case 'duration':
      case 'date':
        return { type, value: moment, precision };
      case 'count':
        return { type, value: amount, unit, precision };
      case 'text':
        return { type, value: textsByLanguage(texts.all(row.id) as [string, string][]) };
      case 'reference':
        return { type, value: referenceOf(truth, row) };
    }
  };
}

/** The one reference column that is filled. */
function referenceOf(truth: Truth, row: ClaimRow): Reference {
  if (row.reference_agent !== null) return truth.agent(row.reference_agent);
  if (row.reference_place !== null) return truth.reference('place', row.reference_place);
  if (row.reference_event !== null) return truth.reference('event', row.reference_event);
  return truth.reference('topic', String(row.reference_topic));
}

function claimText(truth: Truth, { event, attribute, value, attributedTo, note }: Claim): IndexedText {
  const about = [
    event,
    ...(attributedTo ? [attributedTo] : []),
    ...(value.type === 'reference' ? [value.value] : []),
  ];
  return {
    names: about.flatMap(({ kind, id }) => truth.forms(kind as NamedKind, id)),
    own: [
      attribute.replaceAll('-', ' '),
      ...(value.type === 'text' ? Object.values(value.value) : []),
      ...(note === null ? [] : [note]),
    ],
  };
}
