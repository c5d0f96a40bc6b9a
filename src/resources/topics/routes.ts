// The routes of topics: what can be asked, how it is described, what it answers.
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../http/context.ts';
import { csvParameters } from '../../http/formats/csv.ts';
import { serveItem } from '../../http/lists/item.ts';
import { serveList } from '../../http/lists/list.ts';
import { idFilter } from '../../http/request/code-filters.ts';
import { entitySorts } from '../../http/request/paging.ts';
import { itemFormats, listFormats } from './formats.ts';
import { topic } from './schema.ts';

const collection = 'topics';
const tag = 'Topics';

export function topicRoutes(app: FastifyInstance, context: Context): void {
  serveList(app, context, {
    collection,
    path: '/topics',
    tag,
    summary: 'List topics',
    description: 'What statements are about, as a tree.',
    envelope: 'TopicList',
    item: topic,
    filters: [
      {
        param: 'broader',
        description: 'Topic that it lies under, at any depth.',
        example: 'us-russia-relations',
        values: { names: ['topic'] },
      },
      idFilter(collection, 'us-russia-relations'),
    ],
    ...entitySorts,
    formats: listFormats,
    formatParameters: csvParameters,
  });
  serveItem(app, context, {
    collection,
    tag,
    summary: 'Get a topic',
    description: 'One topic, with its place in the tree and the number of statements about it.',
    item: topic,
    example: 'us-russia-relations',
    kinds: ['topic'],
    formats: itemFormats,
  });
}
