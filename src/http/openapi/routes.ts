// The description of the API (OpenAPI 3.1), made from the routes, with Swagger UI to try it.
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { release } from '../../project.ts';
import { jsonMediaType } from '../formats/json.ts';
import { polish } from './polish.ts';
import { transform } from './transform.ts';
import { serveUserInterface } from './user-interface.ts';

const tags = [
  { name: 'Statements', description: 'Who said what, and how each outlet rendered it.' },
  { name: 'Renditions', description: 'The passages that report statements, source by source.' },
  { name: 'People', description: 'Who speaks, is spoken to, or is spoken of.' },
  { name: 'Organizations', description: 'Governments, alliances, outlets, collectives.' },
  { name: 'Outlets', description: 'Organizations that publish or broadcast.' },
  { name: 'Places', description: 'Where things were said, or what was spoken of.' },
  { name: 'Topics', description: 'What statements are about.' },
  { name: 'Events', description: 'Summits and their parts.' },
  { name: 'Sources', description: 'The articles that were read.' },
  { name: 'Claims', description: 'What sources say of the events themselves.' },
  { name: 'Discrepancies', description: 'Where sources differ on an event, and where they agree.' },
  { name: 'Search', description: 'One question over all kinds, and completions for a search box.' },
  { name: 'Dataset', description: 'The data as a whole.' },
  { name: 'Service', description: 'For those who run it or write programs against it.' },
];

const description = [
  'Who said what at a summit, when, where, to whom and about what, and how each outlet rendered it, to the character.',
  'The heart of it is [`GET /statements?speaker=putin`](/statements?speaker=putin). Nothing can be changed through this API.',
  'Filters take ids, Wikidata ids and names in any script: `speaker=putin`, `speaker=بوتين`, `speaker=Q7747`.',
  'A comma means any of, a repeated parameter all of, a leading `!` none of.',
  'Browsers get a page under the same URL: `format=html` asks for it, `lang=en` or `lang=ar` chooses its language.',
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
    transform,
    transformObject: polish,
  });
}

/** Serves the description as JSON and YAML, and Swagger UI with it, which reads it beside itself. */
export function serveDescription(app: FastifyInstance): void {
  const shared = { 'cache-control': 'public, max-age=300' };
  const asJson = { ...shared, 'content-type': jsonMediaType };
  const asYaml = { ...shared, 'content-type': 'application/yaml; charset=utf-8' };
  const options = { schema: { hide: true } };
  for (const folder of ['/openapi.', '/docs/']) {
    app.get(`${folder}json`, options, (_request, reply) => {
      reply.headers(asJson).send(JSON.stringify(app.swagger()));
    });
    app.get(`${folder}yaml`, options, (_request, reply) => {
      reply.headers(asYaml).send(app.swagger({ yaml: true }));
    });
  }
  serveUserInterface(app);
}
