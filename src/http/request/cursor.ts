// Cursors: opaque marks of where a page ended, bound to the filters and the sort that they were made under.
import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Position } from '../../store/plan.ts';
import { Problem } from '../problems/problem.ts';

const content = z.tuple([z.string(), z.string(), z.number()]);

/** Writes a position so that only the same list takes it back. `list` says which: route, filters and sort. */
export function writeCursor(list: string, { key, weight }: Position): string {
  return Buffer.from(JSON.stringify([fingerprint(list), key, weight])).toString('base64url');
}

/** Reads a cursor. Throws a Problem where it is none, or where it belongs to another list. */
export function readCursor(list: string, cursor: string): Position {
  const read = content.safeParse(parsed(cursor));
  if (!read.success) {
    throw new Problem({
      code: 'invalid-cursor',
      detail: 'this is not a cursor of this API; begin again without it',
      param: 'cursor',
    });
  }
  const [madeUnder, key, weight] = read.data;
  if (madeUnder !== fingerprint(list)) {
    throw new Problem({
      code: 'cursor-mismatch',
      detail: 'this cursor belongs to other filters or another sort; begin again without it',
      param: 'cursor',
    });
  }
  return { key, weight };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

const fingerprint = (list: string): string => hash('sha256', list, 'base64url').slice(0, 12);
