// Says of a query string that its schema refuses what is wrong with each parameter, and what would be right.
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { nearestEntry } from '../../text/nearest.ts';
import { pathOf } from '../request/target.ts';
import { type Fault, Problem } from './problem.ts';
import { formatFor, parameterFor, searching, sortFor, walking } from './synonyms.ts';

/** One fault that validation found: what kind, where (`/param`), and what zod knows of it. */
export interface Finding {
  keyword: string;
  instancePath: string;
  message?: string;
  params: { keys?: string[]; values?: unknown[] };
}

/** Every fault of a query string at once, each with its parameter and what would be right. */
export function invalidQuery(findings: Finding[], request: FastifyRequest): Problem {
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
