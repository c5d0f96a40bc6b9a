// Checks that each rendition and claim lies in the paragraph it names, by the paragraphs that its source records.

import type { Kind } from '../../records/references.ts';
import type { Database } from '../../sqlite/open.ts';
import type { FieldPath } from '../problems.ts';
import type { Reporter } from '../reporter.ts';

interface Span {
  id: string;
  position: number;
  source: string;
  paragraph: number;
  start: number;
  end: number;
  /** Number of paragraphs that the source has. */
  paragraphs: number;
  paragraphStart: number | null;
  paragraphEnd: number | null;
}

const passages: {
  kind: Kind;
  table: string;
  idColumn: string;
  position: string;
  path: (at: number) => FieldPath;
}[] = [
  {
    kind: 'statement',
    table: 'rendition',
    idColumn: 'statement',
    position: 't.position',
    path: (at) => ['renditions', at],
  },
  { kind: 'claim', table: 'claim', idColumn: 'id', position: '0', path: () => [] },
];

/** Reports each passage whose paragraph is not there or does not hold it. */
export function checkSpans(database: Database, reporter: Reporter): void {
  for (const { kind, table, idColumn, position, path } of passages) {
    const rows = database
      .prepare(
        `SELECT t.${idColumn} AS id, ${position} AS position, t.source, t.paragraph, t.start_offset AS start,
           t.end_offset AS "end", p.start_offset AS paragraphStart, p.end_offset AS paragraphEnd,
           (SELECT count(*) FROM source_paragraph WHERE source = t.source) AS paragraphs
         FROM ${table} t JOIN source ON source.id = t.source
         LEFT JOIN source_paragraph p ON p.source = t.source AND p.paragraph = t.paragraph
         WHERE p.paragraph IS NULL OR t.start_offset < p.start_offset OR t.end_offset > p.end_offset LIMIT 1000`,
      )
      .all() as Span[];
    for (const span of rows) reporter.report(kind, span.id, complaint(span, path(span.position)));
  }
}

function complaint(span: Span, path: FieldPath) {
  const { source, paragraph, start, end, paragraphs, paragraphStart, paragraphEnd } = span;
  if (paragraphStart === null || paragraphEnd === null) {
    const message = `${source} has no paragraph ${paragraph}; it has ${paragraphs}`;
    return { path: [...path, 'paragraph'], message };
  }
  const field = start < paragraphStart || start >= paragraphEnd ? 'start' : 'end';
  const message = `${start}–${end} is not inside paragraph ${paragraph} of ${source} (${paragraphStart}–${paragraphEnd})`;
  return { path: [...path, field], message };
}
