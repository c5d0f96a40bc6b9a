// The description of the API (OpenAPI 3.1), made from the routes, with Swagger UI to try it.
import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OpenAPIV3_1 } from 'openapi-types';
import { stringify } from 'yaml';
import { z } from 'zod';
import { release } from '../../project.ts';
import { jsonMediaType } from '../formats/json.ts';
import { basePathOf } from '../response/base-path.ts';
import type { HttpSettings } from '../settings.ts';
import { withAnswers } from './answered-examples.ts';
import { polish } from './polish.ts';
import { inProfile, type Profile, profiles } from './profiles.ts';
import { transform } from './transform.ts';
import { serveUserInterface } from './user-interface.ts';

/** A heading of the description, under which routes stand. */
interface Tag {
  name: string;
  description: string;
}

/** What is described beside the collections. */
const otherTags: readonly Tag[] = [
  { name: 'Search', description: 'A search in all kinds of records, and completions for a search box.' },
  { name: 'Dataset', description: 'The state of the data, its changes, and downloads of all data.' },
  {
    name: 'Formats',
    description:
      'The same answers in other formats, each at its own path: `/statements.csv` equals `/statements?format=csv`.',
  },
  {
    name: 'Service',
    description: 'Health checks for operators, the error codes, and other help for programs.',
  },
];

const description = [
  'Summit Record answers who said what at a summit, when, where, to whom and about what, and how each outlet reported it, to the character.',
  'Start with [`GET /statements?speaker=putin`](/statements?speaker=putin). No key is needed, and web pages of any origin may send requests. No request changes data.',
  'The value of a filter is an id, a Wikidata id or a name in any script: `speaker=putin`, `speaker=Q7747`, `speaker=بوتين`.',
  'Several values, repeated or separated by commas, mean any of them. `speaker.all=` means all of them together. A leading `!` means none of them.',
  'Every answer from the data has a strong `ETag`. A request that sends it back in `If-None-Match` gets 304 without a body if nothing has changed.',
  'Browsers get a page at the same URL: `format=html` requests it, `lang=en` or `lang=ar` chooses its language.',
  'The record does not hold the text of the articles. 57 of the 162 renditions in the seeds quote nothing: for these, it holds only the speech verb and the position.',
].join('\n\n');

/** Registers the description, in which collections come first; every route that is registered later is in it. */
export async function describeApi(app: FastifyInstance, collections: readonly Tag[]): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Summit Record',
        version: release,
        summary: 'Who said what at a summit, and how each outlet reported it.',
        description,
        contact: { name: 'Summit Record' },
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/', description: 'This server.' }],
      security: [],
      tags: [...collections, ...otherTags],
    },
    transform,
    transformObject: polish,
  });
}

/** Serves the description as JSON and YAML, and Swagger UI, which reads it beside itself. */
export function serveDescription(app: FastifyInstance, config: HttpSettings): void {
  const schema = { hide: true, querystring: z.strictObject({ profile: z.enum(profiles).optional() }) };
  const described = ({ query }: FastifyRequest, usual: Profile): OpenAPIV3_1.Document =>
    inProfile(onServer(app, config), (query as { profile?: Profile }).profile ?? usual);
  app.get('/openapi.json', { schema }, (request, reply) => {
    reply.headers(jsonHeaders).send(JSON.stringify(described(request, 'json')));
  });
  app.get('/openapi.yaml', { schema }, (request, reply) => {
    reply.headers(yamlHeaders).send(asYaml(described(request, 'full')));
  });
  app.get('/docs/json', { schema: { hide: true } }, async ({ headers }, reply) => {
    const document = await withAnswers(app, onServer(app, config), headers.host ?? 'localhost');
    reply.headers(jsonHeaders);
    return JSON.stringify(document);
  });
  serveUserInterface(app);
}

/** The description, with the address of the API where that has a path. */
function onServer(app: FastifyInstance, { PUBLIC_URL: url }: HttpSettings): OpenAPIV3_1.Document {
  const document = app.swagger() as OpenAPIV3_1.Document;
  if (url === undefined || basePathOf(url) === '') return document;
  return { ...document, servers: [{ url, description: 'This server.' }] };
}

const shared = { 'cache-control': 'public, max-age=300' };
const jsonHeaders = { ...shared, 'content-type': jsonMediaType };
const yamlHeaders = { ...shared, 'content-type': 'application/yaml; charset=utf-8' };

/** A description as YAML: what repeats is written out, which readers of OpenAPI expect. */
export const asYaml = (document: OpenAPIV3_1.Document): string =>
  stringify(document, { aliasDuplicateObjects: false });
