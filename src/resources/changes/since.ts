// Reads `since`: a version of the dataset or a time names a revision, and each asks for changes of its own kind.

import { type Fault, Problem } from '../../http/problems/problem.ts';
import { dateParameter } from '../../http/request/bounds.ts';
import { instantOf, spanOf } from '../../records/dates.ts';
import type { ChangeSpan, Revision } from '../../store/changes.ts';
import type { ChangeLog } from '../../store/store.ts';
import { nearest } from '../../text/nearest.ts';

/**
 * A version asks for what is different from then. A time asks for all that was touched after it, also where it was
 * changed back: a client that read a document in between has what lay in between.
 */
export interface Since {
  /** Null before the first revision, when there was nothing. */
  base: Revision | null;
  asks: ChangeSpan['asks'];
}

/**
 * What `since` stands for; without one, the time before the first revision. Throws a Problem that lists the latest
 * versions where it names no revision, or one that the log has forgotten.
 */
export async function readSince(changes: ChangeLog, since: string | undefined): Promise<Since> {
  if (since === undefined) return { base: null, asks: 'touched' };
  const written = since.trim().toLowerCase();
  if (/^[0-9a-f]{16}$/.test(written))
    return { base: await revisionOfVersion(changes, written), asks: 'different' };
  const date = dateParameter.safeParse(since);
  if (date.success) return { base: await revisionAt(changes, lastBefore(date.data)), asks: 'touched' };
  const detail =
    "since: expected a version of the dataset, or a year, a month, a day or a moment with its offset, such as '2025', '2025-08', '2025-08-15' or '2025-08-15T11:00:00-08:00'";
  throw await problemOf(changes, { code: 'invalid-parameter', detail }, written);
}

/**
 * The last millisecond that does not count: the moment itself, or the one before the year, month or day begins, in UTC as
 * all times of revisions are.
 */
const lastBefore = (date: string): number => instantOf(date) ?? spanOf(date).first - 1;

/** The first revision with that content: where the same content is derived in another way later, that is different, too. */
async function revisionOfVersion(changes: ChangeLog, version: string): Promise<Revision> {
  const found = await changes.ofVersion(version);
  if (found) return found;
  const detail = `there is no version '${version}', or too much has changed since; without \`since\` you get everything`;
  throw await problemOf(changes, { code: 'unknown-value', detail }, version);
}

/** The last moment that a date can name, in milliseconds. */
const lastMoment = 253_402_300_799_999;

/** The newest revision at that moment. */
async function revisionAt(changes: ChangeLog, moment: number): Promise<Revision | null> {
  const time = new Date(Math.min(moment, lastMoment)).toISOString();
  const found = await changes.at(time);
  if (found !== undefined) return found;
  const detail = `too much has changed since ${time} to be remembered; without \`since\` you get everything`;
  throw await problemOf(changes, { code: 'invalid-parameter', detail });
}

/** Versions that an error lists. */
const maxListed = 10;

async function problemOf(
  changes: ChangeLog,
  { code, detail }: Pick<Fault, 'code' | 'detail'>,
  written?: string,
): Promise<Problem> {
  const allowed = await changes.versions(maxListed);
  const hint = written === undefined ? undefined : nearest(written, allowed);
  return new Problem({ code, detail, param: 'since', allowed, hint });
}
