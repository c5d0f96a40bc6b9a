// A change: what became of one document since a state of the dataset; and what stands beside a page of them.
import { z } from 'zod';
import { slug } from '../../records/fields.ts';
import { collections } from '../../records/references.ts';

const version = z.string().meta({
  description: 'Version of the dataset in which the document became what it is now, or went.',
  examples: ['3f2a9c1d0b7e4a65'],
});
const at = z.iso.datetime().meta({
  description: 'When that was, UTC.',
  examples: ['2025-09-01T12:00:00.000Z'],
});

/** A change as /changes answers. */
export const change = z
  .object({
    collection: z
      .enum(collections)
      .meta({ description: 'The collection of the document.', examples: ['statements'] }),
    id: slug.meta({ description: 'Id of the document.', examples: ['putin-good-direct-contacts'] }),
    href: z.string().meta({
      description: 'Path of the document; of one that was removed, the path that it had.',
      examples: ['/statements/putin-good-direct-contacts'],
    }),
    change: z.enum(['added', 'changed', 'removed']).meta({
      description: 'What happened to it from `from` to `to`, all in all.',
      examples: ['changed'],
    }),
    version,
    at,
  })
  .meta({ id: 'Change', description: 'What became of one document.' });

export type Change = z.output<typeof change>;

/** What stands in the envelope beside data and page. */
export const span = {
  from: version.nullable().meta({
    description: 'Version that the changes count from; null where they count from nothing.',
    examples: [null],
  }),
  to: version.meta({ description: 'Version that they lead to.' }),
  at: at.meta({
    description: 'When the state was made that they lead to, UTC. As `since` it means that state.',
  }),
  follow: z.string().meta({
    description: 'Whole URL to ask next time: it tells what changed after this answer.',
    examples: ['http://localhost:3000/changes?since=2025-09-01T12:00:00.000Z'],
  }),
};
