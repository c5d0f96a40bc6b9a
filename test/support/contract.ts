// Says where an answer breaks what openapi.yaml promises: path, status, media type, headers, body.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { OpenAPIV3_1 } from 'openapi-types';
import { parse } from 'yaml';
import { inProject } from '../../src/project.ts';

/** The description of the API as it is committed. */
export const description = parse(readFileSync(inProject('openapi.yaml'), 'utf8')) as OpenAPIV3_1.Document;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(closed({ $id: 'openapi', ...description }));

/** The same description, but for the tests no object may have a key that is not described. */
function closed<T extends object>(schema: T): T {
  const entries = Object.entries(schema).map(([key, inner]) => [
    key,
    isObject(inner) ? closed(inner) : inner,
  ]);
  const copy = Array.isArray(schema) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
  const isShape = 'properties' in schema && 'type' in schema && !('additionalProperties' in schema);
  return isShape ? { ...copy, additionalProperties: false } : copy;
}

/** An answer as it is checked: its body as text, decoded. */
export interface Received {
  statusCode: number;
  headers: Readonly<Record<string, number | string | string[] | undefined>>;
  body: string;
}

/** What is wrong with an answer; nothing for a route that the description leaves out (the documentation itself). */
export function violations(method: string, url: string, response: Received): string[] {
  if (/^text\/html\b/.test(String(response.headers['content-type']))) return []; // a page, which test/pages/ looks at
  const path = templateOf(url.split('?', 1)[0] ?? '/');
  if (path === undefined || (method !== 'GET' && method !== 'HEAD'))
    return problemViolations(method, response);
  const answer = description.paths?.[path]?.get?.responses?.[response.statusCode] as
    | OpenAPIV3_1.ResponseObject
    | undefined;
  if (!answer) return [`status ${response.statusCode} is not described`];
  if (response.headers['x-request-id'] === undefined) return ['X-Request-Id is missing'];
  if (answer.content === undefined) return response.body === '' ? [] : ['a body is not described'];
  const mediaType = String(response.headers['content-type']).split(';', 1)[0] ?? '';
  if (!(mediaType in answer.content)) return [`media type ${mediaType} is not described`];
  if (method === 'HEAD') return response.body === '' ? [] : ['HEAD has a body'];
  if (/[?&]fields=./.test(url)) return []; // a part of what is described
  const pointer = [
    'paths',
    path,
    'get',
    'responses',
    String(response.statusCode),
    'content',
    mediaType,
    'schema',
  ];
  return /[/+]json$/.test(mediaType) ? bodyViolations(pointer, response.body) : [];
}

/** Whatever goes wrong outside the described routes is a problem document, too. */
function problemViolations(method: string, response: Received): string[] {
  if (response.statusCode < 400 || method === 'HEAD') return [];
  return bodyViolations(['components', 'schemas', 'Problem'], response.body);
}

function bodyViolations(pointer: string[], text: string): string[] {
  const escaped = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')));
  const validate = ajv.getSchema(`openapi#/${escaped.join('/')}`);
  if (!validate) return [`no schema at ${pointer.join('/')}`];
  const body = parsed(text);
  if (body === undefined) return ['the body is no JSON'];
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const templates = Object.keys(description.paths ?? {});

/** The path of the description that a URL's path is an instance of; exact ones first. */
export function templateOf(path: string): string | undefined {
  if (templates.includes(path)) return path;
  return templates.find((template) => new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path));
}
