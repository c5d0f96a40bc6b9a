// Reads sources from the truth and makes the answers of /sources.

import type { Truth } from '../../sqlite/truth.ts';
import type { Counter, Document } from '../../store/documents.ts';
import type { IndexedText } from '../../text/indexed-text.ts';
import type { Source } from './schema.ts';
import { unstatedOutlet } from './schema.ts';

interface SourceRow {
  id: string;
  file: string;
  sha256: string;
  outlet: string | null;
  language: string;
  published_on: string | null;
  dateline_place: string | null;
  dateline_date: string | null;
  url: string | null;
  note: string | null;
  paragraphs: number;
  renditions: number;
}

const sourceQuery = `
  SELECT
    source.*,
    (SELECT count(*) FROM source_paragraph WHERE source = source.id) AS paragraphs,
    (SELECT count(*) FROM rendition WHERE source = source.id) AS renditions
  FROM source ORDER BY id`;

/** All sources, by id. */
export function* sourceDocuments(truth: Truth, counter: Counter): Iterable<Document> {
  for (const row of truth.database.prepare(sourceQuery).all() as SourceRow[]) {
    const { id, name, href } = truth.reference('source', row.id);
    const { file, sha256, language, url, note, paragraphs, renditions } = row;
    const body: Source = {
      id,
      href,
      name,
      file,
      sha256,
      outlet: truth.optionalAgent(row.outlet),
      language,
      publishedOn: row.published_on,
      dateline:
        row.dateline_place === null || row.dateline_date === null
          ? null
          : { place: truth.reference('place', row.dateline_place), date: row.dateline_date },
      url,
      note,
      paragraphs,
      statements: { source: counter('statements', 'source', id) },
      renditions,
      claims: counter('claims', 'source', id),
    };
    yield {
      id,
      sortKey: id,
      weight: body.statements.source.count,
      body,
      terms: sourceTerms(body),
      text: sourceText(truth, body),
    };
  }
}

function sourceTerms({ outlet, language }: Source): [string, string][] {
  return [
    ['outlet', outlet?.id ?? unstatedOutlet],
    ['language', language],
  ];
}

const sourceText = (truth: Truth, { id, outlet, note }: Source): IndexedText => ({
  quoted: truth.forms('source', id),
  own: note === null ? [] : [note],
  names: outlet ? truth.forms('organization', outlet.id) : [],
});
