// What stands for another record inside an answer: its id, kind, name and the path that leads to it.
import { z } from 'zod';
import { names, slug } from './fields.ts';
import { kinds } from './kinds.ts';

const href = z.string().meta({
  description: 'Path of this thing in the API, from the root of the host.',
  examples: ['/people/putin'],
});

/** A path to the thing itself; every object that has an id has one. */
export const self = { href };

/** Another record, in short. */
export const reference = z
  .object({
    id: slug,
    kind: z.enum(kinds).meta({ description: 'What kind of thing it is.', examples: ['person'] }),
    name: names,
    ...self,
  })
  .meta({
    id: 'Reference',
    description: 'Another record, in short: enough to show it and to follow it.',
    examples: [
      {
        id: 'putin',
        kind: 'person',
        name: { en: 'Vladimir Putin', ar: 'فلاديمير بوتين' },
        href: '/people/putin',
      },
    ],
  });

export type Reference = z.output<typeof reference>;

/** How many there are, and the list of them. */
export const count = z
  .object({
    count: z
      .int()
      .min(0)
      .meta({ description: 'How many there are.', examples: [44] }),
    href: z.string().meta({
      description: 'Path of the list that holds exactly these.',
      examples: ['/statements?speaker=putin'],
    }),
  })
  .meta({ id: 'Count', description: 'A number of records with the list that holds exactly these.' });

export type Count = z.output<typeof count>;
