// Reads places from the truth and makes the answers of /places.

import type { Truth } from '../../sqlite/truth.ts';
import type { Counter, Document } from '../../store/documents.ts';
import type { Place, PlaceRecord } from './schema.ts';

interface PlaceRow {
  id: string;
  kind: PlaceRecord['kind'];
  within: string | null;
  latitude: number | null;
  longitude: number | null;
  wikidata: string | null;
}

/** All places, by id. */
export function* placeDocuments(truth: Truth, counter: Counter): Iterable<Document> {
  const query = truth.database.prepare('SELECT * FROM place ORDER BY id');
  const aliases = truth.database
    .prepare('SELECT alias FROM place_alias WHERE place = ? ORDER BY position')
    .pluck();
  for (const { id, kind, within, latitude, longitude, wikidata } of query.all() as PlaceRow[]) {
    const { name, href } = truth.reference('place', id);
    const body: Place = {
      id,
      href,
      name,
      kind,
      within: truth.optionalReference('place', within),
      latitude,
      longitude,
      aliases: aliases.all(id) as string[],
      wikidata,
      statements: {
        place: counter('statements', 'place', id),
        mention: counter('statements', 'mention', id),
      },
    };
    yield {
      id,
      sortKey: id,
      weight: body.statements.place.count,
      body,
      terms: placeTerms(truth, body),
      text: { quoted: truth.forms('place', id) },
    };
  }
}

function* placeTerms(truth: Truth, { kind, within }: Place): Iterable<[string, string]> {
  yield ['kind', kind];
  for (const parent of truth.lineage('place', within?.id ?? null)) yield ['within', parent];
}
