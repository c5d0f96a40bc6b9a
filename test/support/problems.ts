// What every problem must be, whatever its cause: RFC 9457, one shape, a known code, and nothing of the server's inside.
import type { LightMyRequestResponse } from 'fastify';
import type { Test } from 'tap';
import { type ProblemCode, problemCodes } from '../../src/http/problems/codes.ts';
import type { ProblemBody } from '../../src/http/problems/problem.ts';

/** What no answer may carry: a stack, a path of the file system, SQL, or the names of what the server is made of. */
export const insides =
  /\bat \S+ \(|\.[cm]?[jt]s:\d|node_modules|node:internal|file:\/\/|\/(?:home|work|tmp|usr|src)\/|\bSELECT\b|\bFROM\s+(?:document|term)|SQLITE|sqlite|better-|fastify|zod/i;

/** Fails where the answer is not the problem that its code stands for; gives the body. */
export function isProblem(
  t: Test,
  response: Pick<LightMyRequestResponse, 'statusCode' | 'headers' | 'body'>,
  code: ProblemCode,
  name: string = code,
): ProblemBody {
  const body = JSON.parse(response.body || '{}') as ProblemBody;
  const { status, title } = problemCodes[code];
  t.equal(response.headers['content-type'], 'application/problem+json; charset=utf-8', `${name}: media type`);
  t.match(body, { type: `/problems/${code}`, title, status, code }, `${name}: type, title, status, code`);
  t.equal(response.statusCode, status, `${name}: status`);
  t.equal(body.requestId, response.headers['x-request-id'], `${name}: the id of the request`);
  t.equal(response.headers['cache-control'], 'no-store', `${name}: not to be stored`);
  t.equal(response.headers['etag'], undefined, `${name}: no validator`);
  t.not(body.detail, '', `${name}: a detail`);
  t.notMatch(response.body, insides, `${name}: nothing of the inside`);
  return body;
}
