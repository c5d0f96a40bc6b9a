// GET /dataset: which data this is, how much of it there is, and under what licence it may be used.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Context, readData } from '../../http/context.ts';
import { chooseFormat } from '../../http/formats/choose.ts';
import { jsonItem } from '../../http/formats/json.ts';
import { answers } from '../../http/openapi/responses.ts';
import { setValidators } from '../../http/response/validators.ts';
import { languageTag } from '../../records/fields.ts';
import type { Collection } from '../../records/kinds.ts';
import { collections } from '../../records/kinds.ts';
import { count } from '../../records/references.ts';
import { downloads } from '../downloads/routes.ts';

const dataset = z
  .object({
    version: z.string().meta({
      description: 'Hash of the content: equal versions hold equal records.',
      examples: ['3f2a9c1d0b7e4a65'],
    }),
    ingestedAt: z.iso
      .datetime()
      .meta({ description: 'When this version was loaded, UTC.', examples: ['2025-09-01T12:00:00.000Z'] }),
    languages: z.array(languageTag).meta({
      description:
        'Main languages: those in which a statement has its gist, and those that a record gives first. CSV has columns for them.',
      examples: [['en', 'ar']],
    }),
    licence: z.string().meta({ description: 'SPDX id of the licence of the facts.', examples: ['CC0-1.0'] }),
    collections: z
      .object(
        Object.fromEntries(collections.map((name) => [name, count])) as Record<Collection, typeof count>,
      )
      .meta({ description: 'Number of records of each kind.' }),
    downloads: z
      .array(
        z.object({
          href: z.string().meta({ description: 'Path of the file.', examples: ['/dataset.ndjson'] }),
          mediaType: z
            .string()
            .meta({ description: 'Its media type.', examples: ['application/x-ndjson; charset=utf-8'] }),
          description: z.string().meta({
            description: 'Its content.',
            examples: ['All records in the form that the ingest reads, one JSON object per line.'],
          }),
        }),
      )
      .meta({ description: 'The whole dataset as a file.' }),
    changes: z.string().meta({
      description: 'Path of the changes after this version; empty until the next version.',
      examples: ['/changes?since=3f2a9c1d0b7e4a65'],
    }),
  })
  .meta({ id: 'Dataset', description: 'The state of the data that every answer comes from.' });

/** A server without a database file offers none. */
const filesOf = ({ store }: Context) =>
  downloads
    .filter(({ isOffered }) => isOffered(store))
    .map(({ path, mediaType, description }) => ({ href: path, mediaType, description }));

export function datasetRoute(app: FastifyInstance, context: Context): void {
  const json = jsonItem(dataset);
  const schema = {
    tags: ['Dataset'],
    summary: 'Describe the dataset',
    description: 'Version, size and licence of the data. The version changes only if the content changes.',
    querystring: z.strictObject({}),
    response: answers([json], 'The state of the data.'),
  };
  app.get('/dataset', { schema }, async (request, reply) =>
    readData(context, async (data) => {
      const { mediaType } = chooseFormat(request, [json], undefined);
      if (setValidators(context, data, request, reply, mediaType)) return reply.code(304).send();
      const { version, ingestedAt, languages } = data.dataset;
      const counts = await data.counts();
      const links = collections.map((name) => [name, { count: counts[name], href: `/${name}` }]);
      const facts = {
        ...{ version, ingestedAt, languages: languages.main, licence: 'CC0-1.0' },
        collections: Object.fromEntries(links),
      };
      const changes = `/changes?since=${version}`;
      return JSON.stringify({ ...facts, downloads: filesOf(context), changes });
    }),
  );
}
