// Says where an answer breaks what openapi.yaml promises: path, status, media type, headers, body.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { OpenAPIV3_1 } from 'openapi-types';
import { parse } from 'yaml';
import { inProject } from '../../src/project.ts';
import { openapiAsJson } from './prepared.ts';

/** The description of the API as it is committed. */
export const committed = committedDescription();

/** Reads what was prepared for the tests, if there is one, as parsing the YAML takes a second. */
function committedDescription(): OpenAPIV3_1.Document {
  const source = inProject('openapi.yaml');
  const isPrepared = existsSync(openapiAsJson) && statSync(openapiAsJson).mtimeMs > statSync(source).mtimeMs;
  return isPrepared ? JSON.parse(readFileSync(openapiAsJson, 'utf8')) : parse(readFileSync(source, 'utf8'));
}

/** The same, with parameters and answers in the place of references to them. */
export const description = withoutReferences(committed);

function withoutReferences(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  const resolved = <T>(value: T): T => {
    const { $ref } = value as { $ref?: string };
    const [, , kind = '', name = ''] = $ref?.split('/') ?? [];
    const components = document.components as Record<string, Record<string, T>>;
    return $ref === undefined ? value : (components[kind]?.[name] as T);
  };
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => {
    const get = item?.get as OpenAPIV3_1.OperationObject;
    const parameters = (get.parameters ?? [])
      .map(resolved)
      .map((each) => ({ ...each, schema: resolved((each as OpenAPIV3_1.ParameterObject).schema ?? {}) }));
    const answers = Object.entries(get.responses ?? {}).map(([status, answer]) => [status, resolved(answer)]);
    return [path, { get: { ...get, parameters, responses: Object.fromEntries(answers) } }];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}

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
  const mediaType = String(response.headers['content-type']).split(';', 1)[0] ?? '';
  const path = operationFor(url, response, mediaType);
  if (path === undefined || (method !== 'GET' && method !== 'HEAD'))
    return problemViolations(method, response);
  const answers = description.paths?.[path]?.get?.responses ?? {};
  const isKnown = response.statusCode in answers;
  const status = !isKnown && response.statusCode >= 400 ? 'default' : String(response.statusCode);
  const answer = answers[status] as OpenAPIV3_1.ResponseObject | undefined;
  if (!answer) return [`status ${response.statusCode} is not described`];
  if (response.headers['x-request-id'] === undefined) return ['X-Request-Id is missing'];
  if (answer.content === undefined) return response.body === '' ? [] : ['a body is not described'];
  if (!(mediaType in answer.content)) return [`media type ${mediaType} is not described`];
  if (method === 'HEAD') return response.body === '' ? [] : ['HEAD has a body'];
  if (/[?&]fields=./.test(url)) return []; // a part of what is described
  const pointer = ['paths', path, 'get', 'responses', status, 'content', mediaType, 'schema'];
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

/** The operation that describes an answer: that of its format, which has a path of its own. */
function operationFor(url: string, { statusCode }: Received, mediaType: string): string | undefined {
  const path = templateOf(url.split('?', 1)[0] ?? '/');
  if (path === undefined || statusCode !== 200 || mediaType === 'application/json') return path;
  const whole = path.replace(/(?<=.)\.[a-z]+$/, '');
  const others = templates.filter((template) => template.startsWith(`${whole}.`));
  const isIts = (template: string): boolean => {
    const answer = description.paths?.[template]?.get?.responses?.['200'] as OpenAPIV3_1.ResponseObject;
    return mediaType in (answer.content ?? {});
  };
  return [path, ...others].find(isIts) ?? path;
}

const templates = Object.keys(description.paths ?? {});

/** The path of the description that a URL's path is an instance of; exact ones first. */
export function templateOf(path: string): string | undefined {
  if (templates.includes(path)) return path;
  return templates.find((template) =>
    new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/.]+')}$`).test(path),
  );
}
