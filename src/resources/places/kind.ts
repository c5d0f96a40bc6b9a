// Places: their records, and the documents of /places.

import type { Document } from '../../records/documents.ts';
import { defineKind, eachDocument } from '../../records/kind.ts';
import type { Lookup } from '../../records/lookup.ts';
import * as targets from '../../records/targets.ts';
import { type Place, type PlaceRecord, placeRecord } from './schema.ts';

export const placeKind = defineKind<PlaceRecord>({
  kind: 'place',
  schema: placeRecord,
  parent: 'within',
  references({ within }, refer) {
    refer(within, targets.place, 'within');
  },
  documents: eachDocument(documentOf),
});

function documentOf(record: PlaceRecord, lookup: Lookup): Document {
  const { id, kind, within, latitude, longitude, aliases, wikidata } = record;
  const { name, href } = lookup.reference(targets.place, id);
  const body: Place = {
    id,
    href,
    name,
    kind,
    within: lookup.optionalReference(targets.place, within),
    latitude,
    longitude,
    aliases,
    wikidata,
    statements: {
      place: lookup.count('statements', 'place', id),
      mention: lookup.count('statements', 'mention', `place/${id}`),
    },
  };
  return {
    id,
    sortKey: id,
    weight: body.statements.place.count,
    body,
    terms: placeTerms(record, lookup),
    text: { quoted: lookup.forms({ kind: 'place', id }) },
  };
}

function* placeTerms({ kind, within }: PlaceRecord, lookup: Lookup): Iterable<[string, string]> {
  yield ['kind', kind];
  for (const parent of lookup.lineage('place', within)) yield ['within', parent];
}
