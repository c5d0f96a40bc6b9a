// The profile of an outlet: what it carried and what it left out, against all others; what an answer says.
import { z } from 'zod';
import { count, reference, self } from '../../records/references.ts';

const statements = {
  all: count.meta({ description: 'All statements.' }),
  carried: count.meta({ description: 'Statements that it published or is credited for.' }),
  exclusive: count.meta({ description: 'Carried statements that no other outlet reports.' }),
  notCarried: count.meta({ description: 'Statements that it did not carry.' }),
  leftOut: count.meta({
    description: 'Statements that it did not carry, although two or more sources report them.',
  }),
};

/** Numbers of statements under one heading, each with the list that holds exactly these. */
export type Shares = z.output<z.ZodObject<typeof statements>>;

const share = z.object({ of: reference.meta({ description: 'The speaker or topic.' }), ...statements }).meta({
  id: 'OutletShare',
  description: 'The statements of one speaker or topic that an outlet carried and left out.',
});

const breakdown = (of: string, description: string) =>
  z
    .object({
      total: z
        .int()
        .min(0)
        .meta({
          description: `Number of ${of}; \`limit\` may shorten the list.`,
          examples: [13],
        }),
      data: z.array(share).meta({ description: 'Those with most statements first; ties by id.' }),
    })
    .meta({ description });

export type Breakdown = z.output<ReturnType<typeof breakdown>>;

/** A profile as the API answers. */
export const profile = z
  .object({
    id: z.string().meta({
      description: 'Id of the outlet; `unstated` for sources whose text names no publisher.',
      examples: ['xinhua'],
    }),
    ...self,
    outlet: reference.nullable().meta({ description: 'The outlet; null for `unstated`.' }),
    statements: z.object(statements).meta({
      id: 'OutletStatements',
      description: 'The statements that it carried and left out.',
    }),
    renditions: z
      .object({
        all: count.meta({ description: 'All its passages.' }),
        direct: count.meta({ description: 'Those in direct speech.' }),
        mixed: count.meta({ description: 'Those that quote a part.' }),
        indirect: count.meta({ description: 'Those in indirect speech.' }),
      })
      .meta({ description: 'The passages that it published or is credited for, by mode.' }),
    speakers: breakdown(
      'speakers',
      'The same for each speaker; a joint statement counts for each of its speakers.',
    ),
    topics: breakdown('topics', 'The same for each topic, with all topics under it.'),
  })
  .meta({
    id: 'OutletProfile',
    description: 'The statements that an outlet carried and left out, compared with all other outlets.',
  });

export type Profile = z.output<typeof profile>;
