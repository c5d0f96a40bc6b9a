// What locating a record works on and what comes out of it, from whichever part of the record.
import type { YAMLMap } from 'yaml';
import type { Findings } from '../../ingest/check/findings.ts';
import type { RecordPlace } from '../../ingest/read/files.ts';
import type { Plain } from '../../ingest/read/yaml-values.ts';
import type { FieldPath } from '../../records/issue.ts';
import type { RenditionIds } from './rendition-ids.ts';
import type { ArticlesBySource } from './sources.ts';
import type { Edit } from './splice.ts';

/** What locating needs beside the record. */
export interface Workplace {
  articles: ArticlesBySource;
  findings: Findings;
  ids: RenditionIds;
}

/** The edits of one record, how much they fill in, and whether something in it could not be located. */
export interface Located {
  edits: Edit[];
  isBlocked: boolean;
  passages: number;
  quotes: number;
  ids: number;
}

export const nothingLocated: Located = { edits: [], isBlocked: false, passages: 0, quotes: 0, ids: 0 };

export type Fields = { [field: string]: Plain };

/** A rendition or claim inside its record. */
export interface Passage {
  text: string;
  node: YAMLMap;
  value: Fields;
  at: RecordPlace;
  path: FieldPath;
}

export const isFields = (value: Plain): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The sum of what was located in the parts of a record. */
export function together(located: readonly Located[]): Located {
  const sum = (count: 'passages' | 'quotes' | 'ids') =>
    located.reduce((total, each) => total + each[count], 0);
  return {
    edits: located.flatMap(({ edits }) => edits),
    isBlocked: located.some(({ isBlocked }) => isBlocked),
    ...{ passages: sum('passages'), quotes: sum('quotes'), ids: sum('ids') },
  };
}
