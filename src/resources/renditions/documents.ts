// Makes the answers of /renditions from the answers of their statements.

import type { Document } from '../../store/documents.ts';
import { outletsOf } from '../statements/outlets.ts';
import type { Rendition, Statement } from '../statements/schema.ts';
import type { Passage } from './schema.ts';

/** The documents of a statement's renditions. They are sorted by source and by their place in it. */
export const renditionDocuments = ({ id, href, speakers, gist, saidOn, renditions }: Statement): Document[] =>
  renditions.map((rendition) => {
    const { id: renditionId, href: renditionHref, ...rest } = rendition;
    const statement = { id, href, speakers, gist, saidOn };
    const body: Passage = { id: renditionId, href: renditionHref, statement, ...rest };
    return {
      id: renditionId,
      sortKey: `${rendition.source.id} ${String(rendition.start).padStart(12, '0')} ${renditionId}`,
      weight: rendition.end - rendition.start,
      body,
      terms: renditionTerms(speakers, rendition),
    };
  });

function* renditionTerms(
  speakers: Statement['speakers'],
  rendition: Rendition,
): Iterable<[facet: string, value: string]> {
  for (const { id } of speakers) yield ['speaker', id];
  yield ['source', rendition.source.id];
  for (const outlet of outletsOf(rendition)) yield ['outlet', outlet];
  if (rendition.via !== null) yield ['via', rendition.via.id]; // no filter: outlets count it
  yield ['mode', rendition.mode];
  yield ['language', rendition.language];
}
