// The last hand on the description: component names, operation ids, headers, examples of parameters and of problems.
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { OpenAPIV3_1 } from 'openapi-types';
import { Problem, type ProblemCode, problemCodes } from '../problems/problem.ts';

/** Completes the description that was put together from the routes. */
export function polish(raw: Parameters<typeof jsonSchemaTransformObject>[0]): OpenAPIV3_1.Document {
  const document = jsonSchemaTransformObject(raw) as OpenAPIV3_1.Document;
  const { openapi, info, servers = [], security = [], tags = [], paths = {}, components } = document;
  for (const [path, item] of Object.entries(paths)) {
    if (item?.get) polishOperation(path, item.get as OpenAPIV3_1.OperationObject);
  }
  // Each component is there twice, for input and for output; nothing is ever put in.
  const schemas = Object.entries((components as { schemas: Record<string, object> }).schemas).filter(
    ([name]) => !name.endsWith('Input'),
  );
  schemas.sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [, schema] of schemas) leaveOpen(schema);
  return {
    openapi,
    info,
    servers,
    security,
    tags,
    paths,
    components: { schemas: Object.fromEntries(schemas), headers },
  };
}

/** New keys may come at any time: no shape of an answer says that it has only these. */
function leaveOpen(schema: object): void {
  if ('additionalProperties' in schema && schema.additionalProperties === false)
    delete schema.additionalProperties;
  for (const inner of Object.values(schema))
    if (typeof inner === 'object' && inner !== null) leaveOpen(inner);
}

function polishOperation(path: string, operation: OpenAPIV3_1.OperationObject): void {
  operation.operationId = operationId(path);
  for (const parameter of operation.parameters ?? []) nameExamples(parameter as OpenAPIV3_1.ParameterObject);
  const isFile = operation.responses?.['206'] !== undefined;
  const isLimited = operation.responses?.['429'] !== undefined;
  for (const [status, response] of Object.entries(operation.responses as object)) {
    polishResponse(response as OpenAPIV3_1.ResponseObject, status, headersOf(status, isFile, isLimited));
  }
}

/** `/events/{id}/claims` is `getEventsByIdClaims`. */
function operationId(path: string): string {
  const words = path.split(/[/.]/).filter((part) => part !== '');
  const names = words.map((word) =>
    word.startsWith('{') ? `By${capital(word.slice(1, -1))}` : capital(word),
  );
  return `get${names.join('') || 'Index'}`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Names the examples of a parameter by their values; the first is what Swagger UI begins with. */
function nameExamples(parameter: OpenAPIV3_1.ParameterObject): void {
  if (!parameter.examples) return;
  const values = Object.values(parameter.examples).map((example) => (example as { value: unknown }).value);
  const named = values.map((value): [string, OpenAPIV3_1.ExampleObject] =>
    String(value) === '' ? ['unset', { summary: 'not set', value }] : [String(value), { value }],
  );
  parameter.examples = Object.fromEntries(named);
}

const headers: Record<string, OpenAPIV3_1.HeaderObject> = {
  'X-Request-Id': { description: 'Id of the request, for the server log.', schema: { type: 'string' } },
  ETag: { description: 'Strong validator: equal tags mean equal bytes.', schema: { type: 'string' } },
  Link: {
    description: '`rel="next"` leads to the next page of a list, `rel="alternate"` to its feeds.',
    schema: { type: 'string' },
  },
  'RateLimit-Limit': {
    description: 'How many requests a client may send in a minute.',
    schema: { type: 'integer' },
    example: 6000,
  },
  'RateLimit-Remaining': {
    description: 'How many of them are left.',
    schema: { type: 'integer' },
    example: 5999,
  },
  'RateLimit-Reset': {
    description: 'In how many seconds all of them are there again.',
    schema: { type: 'integer' },
    example: 60,
  },
  'Retry-After': { description: 'In how many seconds to try again.', schema: { type: 'integer' } },
  'Accept-Ranges': { description: '`bytes`: a part can be had with `Range`.', schema: { type: 'string' } },
  'Content-Disposition': {
    description: 'A name for the file, with the version of the dataset.',
    schema: { type: 'string' },
  },
  'Content-Range': {
    description: 'Which bytes these are, and how many the file has.',
    schema: { type: 'string' },
  },
};

const rateLimitHeaders = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];

/** The headers that an answer has; a file is sent whole or in part, and what `isLimited` is not may be asked at will. */
function headersOf(status: string, isFile: boolean, isLimited: boolean): string[] {
  const always = ['X-Request-Id', ...(isLimited ? rateLimitHeaders : [])];
  const later = status === '429' || (status === '503' && isLimited) ? ['Retry-After'] : [];
  if (status >= '400') return [...always, ...later, ...(status === '416' ? ['Content-Range'] : [])];
  if (!isFile) return [...always, 'ETag', 'Link'];
  const named = status.startsWith('2') ? ['Accept-Ranges', 'Content-Disposition'] : [];
  return [...always, 'ETag', ...named, ...(status === '206' ? ['Content-Range'] : [])];
}

/** Declares the headers, and gives a problem the example of its status; 301 and 304 have no content. */
function polishResponse(response: OpenAPIV3_1.ResponseObject, status: string, sent: string[]): void {
  if (status.startsWith('3')) delete response.content;
  response.headers = Object.fromEntries(sent.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
  const problem = response.content?.['application/problem+json'];
  if (problem) problem.example = exampleOf(Number(status));
}

function exampleOf(status: number): object {
  const codes = Object.keys(problemCodes) as ProblemCode[];
  const code = codes.find((each) => problemCodes[each].status === status) as ProblemCode;
  const fault = status === 400 ? unknownSpeaker : { code, detail: problemCodes[code].title };
  return new Problem(fault).body('b8f5d1c6-6a0e-4d0e-9d57-3f5b3f0a7c11');
}

const unknownSpeaker = {
  code: 'unknown-value',
  detail: "no person or organization is called 'puttin'",
  param: 'speaker',
  hint: 'putin',
} as const;
