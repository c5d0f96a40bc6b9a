// Reads `since`: a version of the dataset or a time stands for a state, and each asks for changes of its own kind.
import { closest } from '../database/names.ts';
import type { Prepare } from '../database/prepare.ts';
import { dayOrMoment } from '../fields.ts';
import { type Fault, Problem } from '../http/problem.ts';

/** A state of the dataset. */
export interface State {
  number: number;
  version: string;
  at: string;
}

const stateQuery = 'SELECT number, version, derived_at AS at FROM dataset_state';

/** The newest state. There is one wherever something was ingested. */
export const newestState = (prepare: Prepare): State =>
  prepare(`${stateQuery} ORDER BY number DESC LIMIT 1`).get() as State;

/** The state with this number, or the newest where there is none. */
export const stateOf = (prepare: Prepare, number: number): State =>
  (prepare(`${stateQuery} WHERE number = ?`).get(number) as State | undefined) ?? newestState(prepare);

/**
 * A version asks for what is different from then. A time asks for all that was touched after it, also where it was
 * changed back: whoever read a document in between has what lay in between.
 */
export interface Since {
  /** Null before the first state, when there was nothing. */
  state: State | null;
  asks: 'different' | 'touched';
}

/**
 * What `since` stands for; without one, the time before the first state. Throws a Problem that lists the latest
 * versions where it stands for no state, or for one since which too much has changed to be remembered.
 */
export function readSince(prepare: Prepare, since: string | undefined): Since {
  if (since === undefined) return { state: null, asks: 'touched' };
  const oldest = prepare('SELECT max(number) FROM dataset_state WHERE is_logged = 0').pluck().get() as number;
  const written = since.trim().toLowerCase();
  if (/^[0-9a-f]{16}$/.test(written))
    return { state: stateOfVersion(prepare, written, oldest), asks: 'different' };
  const moment = dayOrMoment.safeParse(since.trim().replace(' ', '+')); // a bare plus in a URL arrives as a space
  if (moment.success) return { state: stateAt(prepare, Date.parse(moment.data), oldest), asks: 'touched' };
  const detail =
    "since: expected a version of the dataset, a day such as '2025-08-15', or a moment with its offset such as '2025-08-15T11:00:00-08:00'";
  throw new Problem(faultOf(prepare, oldest, { code: 'invalid-parameter', detail }, written));
}

/** The first state with that content: where the same content was told in another way later, that is different, too. */
function stateOfVersion(prepare: Prepare, version: string, oldest: number): State {
  const found = prepare(`${stateQuery} WHERE version = ? AND number >= ? ORDER BY number LIMIT 1`);
  const state = found.get(version, oldest) as State | undefined;
  if (state) return state;
  const detail = `there is no version '${version}', or too much has changed since; leave \`since\` out, and you get everything`;
  throw new Problem(faultOf(prepare, oldest, { code: 'unknown-value', detail }, version));
}

/** The last moment that a date can name, in milliseconds. */
const lastMoment = 253_402_300_799_999;

/** The state that was the newest at that moment. */
function stateAt(prepare: Prepare, moment: number, oldest: number): State | null {
  const time = new Date(Math.min(moment, lastMoment)).toISOString();
  const found = prepare(`${stateQuery} WHERE derived_at <= ? ORDER BY number DESC LIMIT 1`);
  const state = (found.get(time) as State | undefined) ?? null;
  if (state === null || state.number >= oldest) return state;
  const detail = `too much has changed since ${time} to be remembered; leave \`since\` out, and you get everything`;
  throw new Problem(faultOf(prepare, oldest, { code: 'invalid-parameter', detail }));
}

/** How many versions an error lists. */
const mostListed = 10;

function faultOf(
  prepare: Prepare,
  oldest: number,
  { code, detail }: Pick<Fault, 'code' | 'detail'>,
  written?: string,
): Fault {
  const query =
    'SELECT version FROM dataset_state WHERE number >= ? GROUP BY version ORDER BY max(number) DESC LIMIT ?';
  const allowed = prepare(query).pluck().all(oldest, mostListed) as string[];
  const pairs = allowed.map((version) => [version, version] as const);
  const hint = written === undefined ? undefined : (closest(written, pairs) ?? undefined);
  return { code, detail, param: 'since', allowed, hint };
}
