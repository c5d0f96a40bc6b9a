// A change: what became of one document since a state of the dataset; and what stands beside a page of them.
import { z } from 'zod';
import { slug } from '../../records/fields.ts';
import { collections } from '../../records/kinds.ts';

const version = z.string().meta({
  description: 'Version of the dataset in which the document got its present state, or was removed.',
  examples: ['3f2a9c1d0b7e4a65'],
});
const at = z.iso.datetime().meta({
  description: 'Time of that version, UTC.',
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
      description: 'Path of the document; if it was removed, its former path.',
      examples: ['/statements/putin-good-direct-contacts'],
    }),
    change: z.enum(['added', 'changed', 'removed']).meta({
      description: 'The difference between its states at `from` and `to`.',
      examples: ['changed'],
    }),
    version,
    at,
  })
  .meta({ id: 'Change', description: 'The change of one document.' });

export type Change = z.output<typeof change>;

/** What stands in the envelope beside data and page. */
export const span = {
  from: version.nullable().meta({
    description: 'Version before the changes; null if everything counts as added.',
    examples: [null],
  }),
  to: version.meta({ description: 'Version after the changes.' }),
  at: at.meta({
    description: 'Time of that version, UTC. As `since` it means that version.',
  }),
  follow: z.string().meta({
    description: 'Whole URL of the next request: it gives the changes after this answer.',
    examples: ['http://localhost:3000/changes?since=2025-09-01T12:00:00.000Z'],
  }),
};
