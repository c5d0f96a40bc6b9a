// Turns every error, whatever its cause, into problem details; nothing of the server's inside shows.
import type { Socket } from 'node:net';
import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { DatabaseError } from '../database/errors.ts';
import { closest } from '../database/names.ts';
import { crossOrigin } from './cross-origin.ts';
import { Moved, redirectTo } from './moved.ts';
import { pathOf } from './path.ts';
import { type Fault, Problem, type ProblemCode, problemCodes, problemMediaType } from './problem.ts';
import { requestId } from './request-id.ts';

/** Answers for every thrown error, every unknown route, and whatever Node would answer without a body by itself. */
export function handleErrors(app: FastifyInstance): void {
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  app.addHook('onRequest', ({ raw, headers }, _reply, done) => {
    const isHostless = raw.httpVersion === '1.1' && headers.host === undefined;
    if (isHostless) done(new Problem({ code: 'malformed-request', detail: 'the Host header is missing' }));
    else done();
  });
  app.setErrorHandler((error: FastifyError, request, reply) =>
    error instanceof Moved
      ? redirectTo(error.successor, request, reply)
      : sendProblem(problemOf(error, request), error, request, reply),
  );
  app.addHook('preParsing', (request, _reply, payload, done) => {
    if (request.is404)
      done(unknownRoute(request)); // before the body is read: what it holds does not matter
    else done(null, payload);
  });
  app.setNotFoundHandler((request, reply) => {
    const problem = unknownRoute(request);
    return sendProblem(problem, problem, request, reply);
  });
}

const unknownRoute = ({ url }: FastifyRequest): Problem =>
  new Problem({ code: 'unknown-route', detail: `nothing is served at ${pathOf(url)}` });

/** What lets a page of another origin read an error to which no hook has added it. */
const anyOrigin = {
  'access-control-allow-origin': crossOrigin.origin,
  'access-control-expose-headers': crossOrigin.exposedHeaders.join(', '),
};

/** Answers for errors that come before routing, such as a URL that cannot be decoded; no hook has run by then. */
export function frameworkErrors(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  reply.headers(anyOrigin);
  return sendProblem(problemOf(error, request), error, request, reply);
}

function sendProblem(
  problem: Problem,
  error: Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  return reply
    .code(problem.status)
    .headers({ 'content-type': problemMediaType, 'cache-control': 'no-store', 'x-request-id': request.id })
    .removeHeader('etag')
    .send(JSON.stringify(problem.body(request.id)));
}

function problemOf(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DatabaseError) return new Problem({ code: 'not-ready', detail: unreadable });
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

/** The log says more: where it is, and what to do. */
const unreadable = 'the database is damaged, and nothing is answered from it until it is whole again';

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
  const faults = findings.flatMap((finding) =>
    faultsOf(finding, known, request.query as Record<string, unknown>),
  );
  return new Problem(...(faults as [Fault, ...Fault[]])); // what is refused has one fault at least
}

function faultsOf(
  { keyword, instancePath, message, params }: Finding,
  known: string[],
  query: Record<string, unknown>,
): Fault[] {
  if (keyword === 'unrecognized_keys')
    return (params.keys as string[]).map((key) => unknownParameter(key, known));
  const [, param = ''] = instancePath.split('/');
  const allowed = params.values?.map(String);
  const hint = allowed && nearestOf(allowed, String(query[param]));
  const isRepeated = Array.isArray(query[param]) && /^invalid_(?:type|value)$/.test(keyword);
  const detail = `${param}: ${isRepeated ? 'expected it once' : message}`;
  return [{ code: 'invalid-parameter', detail, param, allowed, hint }];
}

function unknownParameter(param: string, known: string[]): Fault {
  const hint = nearestOf(known, param);
  return {
    code: 'unknown-parameter',
    detail: `there is no parameter '${param}' here`,
    param,
    allowed: known,
    hint,
  };
}

const nearestOf = (known: readonly string[], asked: string): string | undefined =>
  closest(
    asked.toLowerCase(),
    known.map((name) => [name.toLowerCase(), name]),
  ) ?? undefined;

/** The parameters that the route declares. */
function knownParameters(request: FastifyRequest): string[] {
  const schema = request.routeOptions.schema?.querystring as { shape?: Record<string, unknown> } | undefined;
  return Object.keys({ ...schema?.shape });
}

/** Answers on the bare socket where Node could not even read a request; an id that was sent with it is not known. */
export function answerUnreadable(
  error: Error & { code?: string },
  socket: Socket,
  log: Pick<FastifyBaseLogger, 'info'>,
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = codeOfUnreadable[String(error.code)] ?? 'malformed-request';
  const detail = error.code === 'HPE_INVALID_URL' ? bareLetters : problemCodes[code].wayOut;
  const problem = new Problem({ code, detail });
  const reqId = requestId(undefined);
  const body = JSON.stringify(problem.body(reqId));
  const headers = {
    'content-type': problemMediaType,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-request-id': reqId,
    connection: 'close',
    ...anyOrigin,
  };
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${problem.status} ${problemCodes[code].title}\r\n${fields.join('')}\r\n${body}`);
  log.info({ reqId, reason: error.code, statusCode: problem.status }, 'answered');
}

/** What curl sends for `speaker=بوتين` unless it is told to encode it; Node reads no such URL. */
const bareLetters =
  "letters beyond ASCII must be percent-encoded in a URL; curl does so with: --get --data-urlencode 'speaker=بوتين'";

const codeOfUnreadable: Record<string, ProblemCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_HEADER_OVERFLOW: 'header-too-large',
};
