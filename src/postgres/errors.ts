// What can be wrong with a PostgreSQL database, each with a way out.
import { DatabaseError } from '../store/errors.ts';

/** The code of an error: a SQLSTATE of PostgreSQL, or a code of Node for what happened to the connection. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const isSqlState = (code: string): boolean => /^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]+$/.test(code);

/**
 * Whether the same statement may succeed over another connection: the server stops, refuses or was lost, or a replica ended the
 * statement because it must go on.
 */
export function isOfConnection(error: unknown): boolean {
  const code = codeOf(error);
  return !isSqlState(code) || /^(?:08|57P)/.test(code) || code === '40001' || code === '53300';
}

/** Whether there is no such schema or table. */
export const isMissing = (error: unknown): boolean => ['3F000', '42P01'].includes(codeOf(error));

/** A way out for each way in which PostgreSQL or the network refuses. */
export function explain(error: unknown): string {
  if (error instanceof AggregateError) return explain(error.errors[0]); // a name with several addresses
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const found = wayOut.find(([start]) => code.startsWith(start));
  return found ? `${message}; ${found[1]}` : message;
}

const unknownIssuer = 'name the certificate of its issuer with ?sslrootcert=… or PGSSLROOTCERT';

const wayOut = [
  ['ECONNREFUSED', 'check that PostgreSQL runs and listens there'],
  ['ECONNRESET', 'the connection broke; check that PostgreSQL runs'],
  ['ENOTFOUND', 'check the name of the host'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'name the host as its certificate names it'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', unknownIssuer],
  ['SELF_SIGNED_CERT_IN_CHAIN', unknownIssuer],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', unknownIssuer],
  ['UNABLE_TO_GET_ISSUER_CERT', unknownIssuer],
  ['28', 'check the user and the password, and pg_hba.conf of the server'],
  ['3D000', 'make the database with: CREATE DATABASE'],
  ['42501', 'give the role its rights as docs/scale.md shows'],
  ['42P01', 'publish to it first: npm run publish -- postgres://…'],
  ['3F000', 'publish to it first: npm run publish -- postgres://…'],
  ['53100', 'free some space on the disk of the server'],
  ['53300', 'raise max_connections of the server, or lower DATABASE_CONNECTIONS'],
  ['57014', 'it took longer than the server allows (statement_timeout)'],
] as const;

/** An error of reading: the message is for the log, the detail for clients. */
export function readError(host: string, error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const detail = codeOf(error) === '57014' || /timeout/i.test(String(error)) ? details.slow : details.away;
  return new DatabaseError(`${host}: ${explain(error)}`, { cause: error, detail, isPassing: true });
}

export const details = {
  slow: 'the database did not answer in time; try again',
  away: 'the database cannot be reached; answers come again once it is back',
  empty: 'nothing has been published yet',
  unknown: 'the data were published by another release; answers come again once both are the same',
};
