// Renditions: parts of statements, and the documents of /renditions.
import { instantOf } from '../../records/dates.ts';
import type { Document } from '../../records/documents.ts';
import type { Parts } from '../../records/kind.ts';
import type { Lookup } from '../../records/lookup.ts';
import type { Rendition, Statement } from '../statements/schema.ts';
import { ownTerms, renditionTerms } from '../statements/terms.ts';
import { formsIn, textOf } from '../statements/text.ts';
import type { Passage } from './schema.ts';

/** What makes renditions parts of statements with a collection of their own. */
export const renditionParts: Parts = {
  collection: 'renditions',
  name: 'rendition',
  field: 'renditions',
  reservedIds: ['counts', 'facets'],
  documents: (statement, lookup) => renditionDocuments(statement as Statement, lookup),
  sortKeys: (statement) => (statement as Statement).renditions.map(sortKey),
};

/** By source, and by the place in it. */
const sortKey = ({ id, source, start }: Rendition): string =>
  `${source.id} ${String(start ?? 0).padStart(12, '0')} ${id}`;

/** The documents of a statement's renditions. They answer to all that their statement answers to by itself. */
function renditionDocuments(whole: Statement, lookup: Lookup): Document[] {
  const { id, href, speakers, gist, saidOn, renditions } = whole;
  const statement = { id, href, speakers, gist, saidOn };
  const shared = [...ownTerms(whole, lookup)];
  const names = formsIn(whole, lookup);
  return renditions.map((rendition) => {
    const { id: renditionId, href: renditionHref, ...rest } = rendition;
    const body: Passage = { id: renditionId, href: renditionHref, statement, ...rest };
    return {
      id: renditionId,
      sortKey: sortKey(rendition),
      weight: (rendition.end ?? 0) - (rendition.start ?? 0),
      body,
      terms: [...shared, ...renditionTerms(rendition)],
      moment: saidOn === null ? null : instantOf(saidOn),
      text: textOf(whole, [rendition], names),
    };
  });
}
