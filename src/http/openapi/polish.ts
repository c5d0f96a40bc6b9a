// The last hand on the description: an operation for each format, names, headers, shared parts, examples of problems.
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { OpenAPIV3_1 } from 'openapi-types';
import { type Operation, type Operations, operationsOf, type Parameter } from './document.ts';
import { answersOfFormats, splitFormats } from './formats.ts';
import { headers, headersOf } from './headers.ts';
import { operationIdOf } from './operation-ids.ts';
import { type SharedStatus, sharedAnswers } from './responses.ts';
import { shareFilterValues, shareParameters } from './shared-parameters.ts';
import { sharedResponses } from './shared-responses.ts';
import { shareSchemas } from './shared-schemas.ts';
import { tidy } from './tidy.ts';

/** Completes the description that was put together from the routes. */
export function polish(raw: Parameters<typeof jsonSchemaTransformObject>[0]): OpenAPIV3_1.Document {
  const document = jsonSchemaTransformObject(raw) as OpenAPIV3_1.Document;
  const { openapi, info, servers = [], security = [], tags = [], components } = document;
  const operations: Operations = new Map(
    operationsOf(document).map(([path, each]) => [path, polished(path, each)]),
  );
  const values = shareFilterValues(operations);
  const all = splitFormats(operations);
  for (const operation of all.values()) shareAnswers(operation);
  const parameters = shareParameters(all);
  const described = Object.fromEntries([...all].map(([path, get]) => [path, { get }]));
  const schemas = schemasOf(components, values);
  const responses = { ...sharedResponses(), ...answersOfFormats(operations), ...narrowedAnswers };
  return {
    ...{ openapi, info, servers, security, tags, paths: described },
    components: { schemas, parameters, responses, headers },
  } as unknown as OpenAPIV3_1.Document;
}

/** Schemas by name, those of narrowed answers included. Each is there twice, for input and for output; nothing is put in. */
function schemasOf(
  components: OpenAPIV3_1.Document['components'],
  ofParameters: Record<string, object>,
): Record<string, object> {
  const made = (components as { schemas: Record<string, Record<string, unknown>> }).schemas;
  const schemas = Object.entries({ ...made, ...narrowedSchemas }).filter(([name]) => !name.endsWith('Input'));
  schemas.sort(byName);
  const tidied = Object.fromEntries(schemas);
  tidy(tidied);
  shareSchemas(tidied);
  return Object.fromEntries(Object.entries({ ...tidied, ...ofParameters }).sort(byName));
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

/** What `fields` leaves of an answer. */
const narrowedAnswer = (description: string, schema: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
});

const narrowedAnswers = {
  NarrowedItem: narrowedAnswer('The item.', 'NarrowedItem'),
  NarrowedList: narrowedAnswer('The list.', 'NarrowedList'),
};

const narrowedSchemas = {
  NarrowedItem: {
    type: 'object',
    description: 'The fields of an item that `fields` names, and no others.',
    examples: [{ id: 'putin' }],
  },
  NarrowedList: {
    type: 'object',
    required: ['data', 'page'],
    description: 'One page of a list whose items have only the fields that `fields` names.',
    properties: {
      data: {
        type: 'array',
        description: 'The items of this page.',
        items: { $ref: '#/components/schemas/NarrowedItem' },
      },
      page: { $ref: '#/components/schemas/Page' },
    },
  },
};

function polished(path: string, operation: Operation): Operation {
  const { operationId = operationIdOf(path), ...rest } = operation;
  for (const parameter of rest.parameters ?? []) completeParameter(parameter as Parameter);
  if (rest.parameters) rest.parameters = inOrderOfUse(rest.parameters as Parameter[]);
  return { operationId, ...rest };
}

/** Says how an array is sent: as a repeated parameter. Commas are taken too. */
function styleArray(parameter: Parameter): void {
  const { type } = (parameter.schema ?? {}) as { type?: unknown };
  if (type === 'array') Object.assign(parameter, { style: 'form', explode: true });
}

/** What a path needs comes first, then what a query needs, then the words of a search. */
const inOrderOfUse = (parameters: readonly Parameter[]): Parameter[] => {
  const rankOf = ({ name, in: where, required }: Parameter): number =>
    where === 'path' ? 0 : required ? 1 : name === 'q' ? 2 : 3;
  return [...parameters].sort((a, b) => rankOf(a) - rankOf(b));
};

/** Completes a parameter. Names its examples by their values; the first is what Swagger UI begins with. */
function completeParameter(parameter: Parameter): void {
  if (parameter.required === false) delete parameter.required; // which is the default
  styleArray(parameter);
  if (!parameter.examples) return;
  const named = Object.values(parameter.examples).map(
    ({ value }): [string, { summary?: string; value: unknown }] =>
      String(value) === '' ? ['unset', { value }] : [String(value), { value }],
  );
  parameter.examples = Object.fromEntries(named);
}

const isShared = (status: string): status is SharedStatus => status in sharedAnswers;

/** Refers to the answers that all operations have in common, and declares the headers of the others. */
function shareAnswers(operation: Operation): void {
  const isFile = '206' in operation.responses;
  const isList = (operation.parameters ?? []).some((each) => 'name' in each && each.name === 'cursor');
  const responses = Object.entries(operation.responses).map(([status, response]) => {
    if ('$ref' in response) return [status, response];
    if (isShared(status)) return [status, { $ref: `#/components/responses/${sharedAnswers[status].name}` }];
    const kind = status === '206' ? 'part' : isFile ? 'file' : isList ? 'list' : 'item';
    return [status, { ...response, headers: headersOf(kind) }];
  });
  operation.responses = Object.fromEntries(responses);
}
