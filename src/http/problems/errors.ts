// Turns every error, whatever its cause, into problem details; nothing of the server's inside shows.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { DatabaseError } from '../../store/errors.ts';
import type { Later } from '../../store/store.ts';
import { nearestEntry } from '../../text/nearest.ts';
import { pathOf } from '../request/path.ts';
import { readUnrouted } from '../request/reader.ts';
import type { Refuse } from './methods.ts';
import { Moved, redirectTo } from './moved.ts';
import { type Fault, Problem, type ProblemBody, problemMediaType } from './problem.ts';
import { formatFor, parameterFor, searching, sortFor, walking } from './synonyms.ts';

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

/** When a client may come back after an error of the database that passes, in seconds. */
const retryAfter = 2;

/** Sets status and headers of a problem; gives its body, which is still to be sent. */
function beginProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): ProblemBody {
  const problem = problemOf(error, request);
  if (problem.status >= 500 && !(error instanceof Problem))
    request.log.error({ reqId: request.id, err: error }, 'request failed');
  const body = problem.body(request.id);
  if (error instanceof DatabaseError && error.isPassing) reply.header('retry-after', retryAfter);
  reply
    .code(problem.status)
    .headers({ 'content-type': problemMediaType, 'cache-control': 'no-store', 'x-request-id': request.id })
    .removeHeader('etag');
  return body;
}

function problemOf(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DatabaseError) return new Problem({ code: 'not-ready', detail: error.detail });
  if (hasZodFastifySchemaValidationErrors(error)) return invalidQuery(error.validation as Finding[], request);
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

/** One fault that validation found: what kind, where (`/param`), and what zod knows of it. */
interface Finding {
  keyword: string;
  instancePath: string;
  message?: string;
  params: { keys?: string[]; values?: unknown[] };
}

/** Every fault of a query string at once, each with its parameter and what would be right. */
function invalidQuery(findings: Finding[], request: FastifyRequest): Problem {
  const known = knownParameters(request);
  const faults = findings.flatMap((finding) => faultsOf(finding, known, request));
  return new Problem(...(faults as [Fault, ...Fault[]])); // what is refused has one fault at least
}

function faultsOf(
  { keyword, instancePath, message, params }: Finding,
  known: string[],
  request: FastifyRequest,
): Fault[] {
  const query = request.query as Record<string, unknown>;
  if (keyword === 'unrecognized_keys')
    return (params.keys as string[]).map((key) => unknownParameter(key, known));
  const [, param = ''] = instancePath.split('/');
  if (query[param] === undefined) return [missingParameter(param, String(message), request)];
  const allowed = params.values?.map(String);
  const written = String(query[param]);
  const wordFor = { sort: sortFor, format: formatFor }[param];
  const synonym = allowed && wordFor?.(written, allowed);
  const hint = synonym ?? (allowed && nearestOf(allowed, written));
  const isRepeated = Array.isArray(query[param]) && /^invalid_(?:type|value)$/.test(keyword);
  const expected = allowed ? `expected one of ${allowed.join(', ')}` : message;
  const detail = `${param}: ${isRepeated ? 'expected it once' : expected}`;
  return [{ code: 'invalid-parameter', detail, param, hint, allowed }];
}

/** What the parameter is for, where its schema says that, and a request that works. */
function missingParameter(param: string, message: string, request: FastifyRequest): Fault {
  const schema = request.routeOptions.schema?.querystring as { shape: Record<string, z.ZodType> };
  const examples = schema.shape[param]?.meta()?.['examples'];
  const [example] = Array.isArray(examples) ? examples.map(String).filter((each) => each !== '') : [];
  const purpose = message.startsWith('Invalid input') ? '' : `: ${message}`;
  const shown = example === undefined ? '' : `, for example ${pathOf(request.url)}?${param}=${example}`;
  return {
    code: 'invalid-parameter',
    detail: `the parameter '${param}' is missing${purpose}${shown}`,
    param,
  };
}

function unknownParameter(param: string, known: string[]): Fault {
  const synonym = parameterFor(param, known);
  const hint = synonym ?? nearestOf(known, param);
  const isSearch = parameterFor(param, ['q']) !== undefined || param === 'q';
  const advice =
    synonym === 'cursor' ? `; ${walking}` : isSearch && !known.includes('q') ? `; ${searching}` : '';
  return {
    code: 'unknown-parameter',
    detail: `there is no parameter '${param}' here${advice}`,
    param,
    hint,
    allowed: known,
  };
}

const nearestOf = (known: readonly string[], asked: string): string | undefined =>
  nearestEntry(
    asked.toLowerCase(),
    known.map((name) => [name.toLowerCase(), name]),
  );

/** The parameters that the route declares. */
function knownParameters(request: FastifyRequest): string[] {
  const schema = request.routeOptions.schema?.querystring as { shape?: Record<string, unknown> } | undefined;
  return Object.keys({ ...schema?.shape });
}
