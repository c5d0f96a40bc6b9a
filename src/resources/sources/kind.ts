// Sources: their records, and the documents of /sources.

import { defineKind } from '../../records/kind.ts';
import type { Lookup } from '../../records/lookup.ts';
import * as targets from '../../records/targets.ts';
import type { Document } from '../../store/documents.ts';
import { outlet } from '../organizations/kind.ts';
import { type Source, type SourceRecord, sourceRecord, unstatedOutlet } from './schema.ts';

export const sourceKind = defineKind<SourceRecord>({
  kind: 'source',
  schema: sourceRecord,
  names: { areSuggested: false },
  uniqueFields: ['file', 'sha256'],
  references(record, refer) {
    refer(record.outlet, outlet, 'outlet');
    refer(record.dateline?.place ?? null, targets.place, 'dateline', 'place');
  },
  *documents(records, lookup) {
    for (const record of records) yield documentOf(record, lookup);
  },
});

function documentOf(record: SourceRecord, lookup: Lookup): Document {
  const { id, file, sha256, language, publishedOn, dateline, url, note, paragraphs } = record;
  const { name, href } = lookup.reference(targets.source, id);
  const publisher = lookup.optionalReference(targets.organization, record.outlet);
  const body: Source = {
    id,
    href,
    name,
    file,
    sha256,
    outlet: publisher,
    language,
    publishedOn,
    dateline: dateline && { place: lookup.reference(targets.place, dateline.place), date: dateline.date },
    url,
    note,
    paragraphs: paragraphs.length,
    statements: { source: lookup.count('statements', 'source', id) },
    renditions: lookup.count('renditions', 'source', id).count,
    claims: lookup.count('claims', 'source', id),
  };
  return {
    id,
    sortKey: id,
    weight: body.statements.source.count,
    body,
    terms: [
      ['outlet', publisher?.id ?? unstatedOutlet],
      ['language', language],
    ],
    text: {
      quoted: lookup.forms({ kind: 'source', id }),
      own: note === null ? [] : [note],
      names: publisher ? lookup.forms(publisher) : [],
    },
  };
}
