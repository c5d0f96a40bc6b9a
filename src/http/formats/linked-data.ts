// JSON-LD 1.1 in the terms of schema.org; what a document is in them, each resource says for its own.
import { z } from 'zod';
import { type ItemFormat, jsonBytes, type PageFormat } from './format.ts';
import type { Node } from './nodes.ts';

/** Texts by language, as a map from BCP 47 tags (JSON-LD 1.1, 4.6.2). */
const byLanguage = { '@container': '@language' };

/** A whole URL. */
const link = { '@type': '@id' };

/** Every name means a term of schema.org unless it stands here. Sent with each answer, so that nothing is fetched. */
export const context = {
  '@vocab': 'https://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  Concept: 'skos:Concept',
  broader: { '@id': 'skos:broader' },
  name: byLanguage,
  description: byLanguage,
  abstract: byLanguage,
  roleName: byLanguage,
  sameAs: link,
  url: link,
  inDefinedTermSet: link,
  itemListElement: { '@container': '@list' },
};

const mediaType = 'application/ld+json';

const contextSchema = z
  .record(z.string(), z.unknown())
  .meta({ description: 'The meaning of the names; no other document is needed.', examples: [context] });

const node = z
  .looseObject({
    '@id': z
      .string()
      .meta({ description: 'Whole URL of the thing.', examples: ['http://localhost:3000/people/putin'] }),
    '@type': z
      .union([z.string(), z.array(z.string())])
      .meta({ description: 'What it is in schema.org.', examples: ['Person'] }),
    identifier: z.string().meta({ description: 'Its id in this API.', examples: ['putin'] }),
  })
  .meta({ id: 'LinkedThing', description: 'A thing in the terms of schema.org.' });

const list = z
  .object({
    '@context': contextSchema,
    '@id': z.string().meta({
      description: 'Whole URL of this page.',
      examples: ['http://localhost:3000/people?format=jsonld'],
    }),
    '@type': z.literal('ItemList').meta({ description: 'A list in order.', examples: ['ItemList'] }),
    numberOfItems: z
      .int()
      .min(0)
      .meta({ description: 'Number of all matches, on every page.', examples: [44] }),
    itemListElement: z.array(node).meta({ description: 'The items of this page, in order.' }),
  })
  .meta({ id: 'LinkedList', description: 'One page of a list in the terms of schema.org.' });

const item = node
  .extend({ '@context': contextSchema })
  .meta({ id: 'LinkedItem', description: 'A thing in the terms of schema.org, on its own.' });

/** Makes the formats of a resource from what says of a document what it is. */
export function linkedData<Document>(nodeOf: (document: Document, origin: string) => Node): {
  list: PageFormat;
  item: ItemFormat;
} {
  const shared = {
    name: 'jsonld',
    title: 'JSON-LD',
    mediaType,
    description: 'JSON-LD in the terms of schema.org.',
  };
  const read = (body: Buffer, origin: string): Node =>
    nodeOf(JSON.parse(body.toString('utf8')) as Document, origin);
  return {
    list: {
      ...shared,
      schema: list,
      page: ({ bodies, total, self, origin }) =>
        jsonBytes({
          '@context': context,
          '@id': self,
          '@type': 'ItemList',
          numberOfItems: total,
          itemListElement: bodies.map((body) => read(body, origin)),
        }),
    },
    item: {
      ...shared,
      schema: item,
      item: (body, { origin }) => jsonBytes({ '@context': context, ...read(body, origin) }),
    },
  };
}
