// Sources: their records, and the documents of /sources.

import { dateTerm, instantOf } from '../../records/dates.ts';
import type { Document } from '../../records/documents.ts';
import type { Issue } from '../../records/issue.ts';
import { defineKind, eachDocument } from '../../records/kind.ts';
import { languageRanges } from '../../records/languages.ts';
import type { Lookup } from '../../records/lookup.ts';
import * as targets from '../../records/targets.ts';
import { outlet } from '../organizations/kind.ts';
import { unstatedOutlet } from '../organizations/schema.ts';
import { type Source, type SourceRecord, sourceRecord } from './schema.ts';

export const sourceKind = defineKind<SourceRecord>({
  kind: 'source',
  schema: sourceRecord,
  uniqueFields: ['file', 'sha256'],
  rules: textRules,
  references(record, refer) {
    refer(record.outlet, outlet, 'outlet');
    refer(record.dateline?.place ?? null, targets.place, 'dateline', 'place');
  },
  documents: eachDocument(documentOf),
});

/** Positions count in one text, so a file without its digest, or paragraphs without a file, would prove nothing. */
function textRules({ file, sha256, paragraphs }: SourceRecord): Issue[] {
  const given = { file: file !== null, sha256: sha256 !== null, paragraphs: paragraphs.length > 0 };
  const isRead = Object.values(given).some(Boolean);
  return Object.entries(given)
    .filter(([, isGiven]) => isRead && !isGiven)
    .map(([field]) => ({ path: [field], message: missing[field as keyof typeof given] }));
}

const missing = {
  file: 'missing; name the file that the digest and the paragraphs are of, or leave all three out',
  sha256: 'missing; give the SHA-256 of the file, or leave file and paragraphs out, too',
  paragraphs: 'missing; let npm run locate fill them in, or leave file and sha256 out, too',
};

function documentOf(record: SourceRecord, lookup: Lookup): Document {
  const { id, file, sha256, language, publishedOn, dateline, url, note, paragraphs } = record;
  const { name, href } = lookup.reference(targets.source, id);
  const publisher = lookup.optionalReference(targets.organization, record.outlet);
  const country = publisher && lookup.countryOf(publisher.id);
  const body: Source = {
    id,
    href,
    name,
    proof: file === null ? 'none' : 'text',
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
      ['publisher', publisher?.id ?? unstatedOutlet],
      ...languageRanges(language).map((range): [string, string] => ['language', range]),
      ['proof', body.proof],
      ...(country === null ? [] : [['country', country] satisfies [string, string]]),
      ...(publishedOn === null ? [] : [['publishedOn', dateTerm(publishedOn)] satisfies [string, string]]),
    ],
    moment: publishedOn === null ? null : instantOf(publishedOn),
    text: {
      quoted: lookup.forms({ kind: 'source', id }),
      own: Object.values(note ?? {}),
      names: publisher ? [lookup.forms(publisher)] : [],
    },
  };
}
