// The description of the API (OpenAPI 3.1), made from the routes, with Swagger UI to try it.
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { OpenAPIV3_1 } from 'openapi-types';
import { z } from 'zod';
import { jsonMediaType } from './http/negotiation.ts';
import { release } from './project.ts';

const tags = [
  { name: 'Statements', description: 'Who said what, and how each outlet rendered it.' },
  { name: 'People', description: 'Who speaks, is spoken to, or is spoken of.' },
  { name: 'Organizations', description: 'Governments, alliances, outlets, collectives.' },
  { name: 'Outlets', description: 'Organizations that publish or broadcast.' },
  { name: 'Places', description: 'Where things were said, or what was spoken of.' },
  { name: 'Topics', description: 'What statements are about.' },
  { name: 'Events', description: 'Summits and their parts.' },
  { name: 'Sources', description: 'The articles that were read.' },
  { name: 'Claims', description: 'What sources say of the events themselves.' },
  { name: 'Dataset', description: 'The data as a whole.' },
  { name: 'Service', description: 'For those who run it or write programs against it.' },
];

const description = [
  'Who said what at a summit, when, where, to whom and about what, and how each outlet rendered it, to the character.',
  'The heart of it is [`GET /statements?speaker=putin`](/statements?speaker=putin). Nothing can be changed through this API.',
  'Filters take ids, Wikidata ids and names in any script: `speaker=putin`, `speaker=بوتين`, `speaker=Q7747`.',
  'A comma means any of, a repeated parameter all of, a leading `!` none of.',
].join('\n\n');

/** Registers the description; every route that comes after it is in it. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Summit Record',
        version: release,
        summary: 'Who said what at a summit, and how each outlet rendered it.',
        description,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/', description: 'This server.' }],
      security: [],
      tags,
    },
    transform: withBareAnswers,
    transformObject: (document) => polished(jsonSchemaTransformObject(document) as OpenAPIV3_1.Document),
  });
}

/** Serves the description as JSON and YAML, and Swagger UI with it. */
export async function serveDescription(app: FastifyInstance): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: {
      deepLinking: true,
      tryItOutEnabled: true,
      displayRequestDuration: true,
      docExpansion: 'list',
    },
    theme: { title: 'Summit Record' },
  });
  const headers = { 'cache-control': 'public, max-age=300' };
  app.get('/openapi.json', { schema: { hide: true } }, (_request, reply) => {
    reply.headers({ ...headers, 'content-type': jsonMediaType }).send(JSON.stringify(app.swagger()));
  });
  app.get('/openapi.yaml', { schema: { hide: true } }, (_request, reply) => {
    reply
      .headers({ ...headers, 'content-type': 'application/yaml; charset=utf-8' })
      .send(app.swagger({ yaml: true }));
  });
}

/** What the transform leaves out: answers without content (301, 304), and what parameters say beside their type. */
const withBareAnswers: typeof jsonSchemaTransform = (route) => {
  const responses = Object.entries((route.schema.response ?? {}) as Record<string, object>);
  const bare = responses.filter(([, answer]) => !('content' in answer));
  const full = Object.fromEntries(responses.filter(([, answer]) => 'content' in answer));
  const { schema, url } = jsonSchemaTransform({ ...route, schema: { ...route.schema, response: full } });
  if (schema.hide) return { schema, url };
  illustrate(schema.querystring, route.schema.querystring);
  return {
    schema: { ...schema, response: { ...(schema.response as object), ...Object.fromEntries(bare) } },
    url,
  };
};

/** Gives each query parameter the default and the examples of its zod schema, which are lost behind a preprocessing. */
function illustrate(described: unknown, declared: unknown): void {
  if (!(declared instanceof z.ZodObject)) return;
  const { properties } = described as { properties: Record<string, Record<string, unknown>> };
  for (const [name, field] of Object.entries(declared.shape)) {
    const examples = z.globalRegistry.get(field)?.['examples'];
    if (examples) Object.assign(properties[name] ?? {}, { examples });
    if (field instanceof z.ZodDefault)
      Object.assign(properties[name] ?? {}, { default: field.def.defaultValue });
  }
}

/** What the transform leaves to do: drop the input twin of each component, name the operations, tell the headers. */
function polished(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  const schemas = Object.entries(document.components?.schemas ?? {}).filter(
    ([name]) => !name.endsWith('Input'),
  );
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    if (item?.get) item.get = { operationId: operationId(path), ...item.get };
    for (const parameter of item?.get?.parameters ?? [])
      nameExamples(parameter as OpenAPIV3_1.ParameterObject);
    for (const response of Object.values(item?.get?.responses ?? {}))
      addHeaders(response as OpenAPIV3_1.ResponseObject);
  }
  return {
    ...document,
    components: { ...document.components, schemas: Object.fromEntries(schemas), headers },
  };
}

/** Names the examples of a parameter by their values; the first is what Swagger UI begins with. */
function nameExamples(parameter: OpenAPIV3_1.ParameterObject): void {
  if (!parameter.examples) return;
  const values = Object.values(parameter.examples).map(
    (example) => (example as OpenAPIV3_1.ExampleObject).value,
  );
  parameter.examples = Object.fromEntries(
    values.map((value) =>
      String(value) === '' ? ['unset', { summary: 'not set', value }] : [String(value), { value }],
    ),
  );
}

/** `/events/{id}/claims` is `getEventsByIdClaims`. */
function operationId(path: string): string {
  const words = path.split('/').filter((part) => part !== '');
  const names = words.map((word) =>
    word.startsWith('{') ? `By${capital(word.slice(1, -1))}` : capital(word),
  );
  return `get${names.join('') || 'Index'}`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const headers: Record<string, OpenAPIV3_1.HeaderObject> = {
  'X-Request-Id': { description: 'Id of the request, for the server log.', schema: { type: 'string' } },
  ETag: { description: 'Strong validator: equal tags mean equal bytes.', schema: { type: 'string' } },
  Link: { description: '`rel="next"` leads to the next page of a list.', schema: { type: 'string' } },
};

function addHeaders(response: OpenAPIV3_1.ResponseObject): void {
  const names = Object.keys(headers).filter(
    (name) => name === 'X-Request-Id' || response.content?.['application/json'],
  );
  response.headers = Object.fromEntries(
    names.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  );
}
