// Turns every error, whatever its cause, into problem details; nothing of the server's inside shows.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { DatabaseError } from '../../store/errors.ts';
import type { Later } from '../../store/store.ts';
import { readUnrouted } from '../request/reader.ts';
import { pathOf } from '../request/target.ts';
import { type Finding, invalidQuery } from './invalid-query.ts';
import type { Refuse } from './methods.ts';
import { Moved, redirectTo } from './moved.ts';
import { Problem, type ProblemBody, problemMediaType, retryAfterSeconds } from './problem.ts';

/**
 * Answers for every thrown error, every unknown route, and whatever Node would answer without a body by itself. `refuse`
 * says what is wrong where no route was found. `headers` are those of every response: an error may come before the hook that
 * sets them.
 */
export function handleErrors(
  app: FastifyInstance,
  headers: Record<string, string>,
  refuse: Refuse,
  pageOf: ProblemPage,
): void {
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    if (error instanceof Moved) return redirectTo(error.successor, request, reply);
    reply.headers(headers);
    const body = beginProblem(error, request, reply);
    return reply.send((await pageOf(body, request, reply)) ?? JSON.stringify(body));
  });
  app.addHook('preParsing', (request, reply, payload, done) => {
    if (!request.is404) return done(null, payload);
    // In a microtask: where the rest of the request cannot be read, its client is told that instead.
    queueMicrotask(() => done(refuse(request, reply)));
  });
}

/** Answers for errors that come before routing, such as a URL that cannot be decoded; no hook has run by then. */
export const frameworkErrors =
  (headers: Record<string, string>, pageOf: ProblemPage) =>
  async (error: FastifyError, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.headers(headers);
    const body = beginProblem(error, request, reply);
    readUnrouted(request);
    const page = async () => pageOf(body, request, reply);
    reply.send((await page().catch(() => null)) ?? JSON.stringify(body)); // nobody else would catch it
  };

/** Gives the page of a problem, and sets its headers, where the client prefers one; null for all others. */
export type ProblemPage = (
  body: ProblemBody,
  request: FastifyRequest,
  reply: FastifyReply,
) => Later<Buffer | null>;

/** Sets status and headers of a problem; gives its body, which is still to be sent. */
function beginProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): ProblemBody {
  const problem = problemOf(error, request);
  if (problem.status >= 500 && !(error instanceof Problem))
    request.log.error({ reqId: request.id, err: error }, 'request failed');
  const body = problem.body(request.id);
  if (error instanceof DatabaseError && error.isPassing) reply.header('retry-after', retryAfterSeconds);
  reply
    .code(problem.status)
    .headers({ 'content-type': problemMediaType, 'cache-control': 'no-store', 'x-request-id': request.id })
    .removeHeader('etag');
  return body;
}

/** What can be wrong with a body, by Fastify's codes. */
const bodyFaults: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'the body is longer than the server reads',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'the body is empty; expected JSON',
  FST_ERR_CTP_INVALID_JSON_BODY: 'the body is not JSON',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'the body must be JSON, with Content-Type: application/json',
};

function problemOf(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DatabaseError) return new Problem({ code: 'not-ready', detail: error.detail });
  if (hasZodFastifySchemaValidationErrors(error)) return invalidQuery(error.validation as Finding[], request);
  const ofBody = bodyFaults[error.code];
  if (ofBody !== undefined) return new Problem({ code: 'malformed-request', detail: ofBody });
  const status = error.statusCode ?? 500;
  if (status === 414)
    return new Problem({ code: 'uri-too-long', detail: 'the URL is longer than the server reads' });
  if (status >= 400 && status < 500) {
    return new Problem({
      code: 'malformed-request',
      detail: `${pathOf(request.url)} cannot be read as a request`,
    });
  }
  return new Problem({
    code: 'internal-error',
    detail: 'the server failed to answer; the failure has been logged',
  });
}
