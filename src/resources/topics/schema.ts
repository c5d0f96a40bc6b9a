// A topic: what a seed says and what an answer says.
import { z } from 'zod';
import { byLanguage, identity, names, slug } from '../../records/fields.ts';
import { count, reference, self } from '../../records/references.ts';

const description = byLanguage.meta({
  description: 'The subjects of the topic, by language.',
  examples: [{ en: 'How the war may end.', ar: 'سبل إنهاء الحرب.' }],
});

/** A topic as written in `topics.yaml`. */
export const topicRecord = z.strictObject({
  ...identity,
  name: names,
  broader: slug.nullable().default(null),
  description,
});

export type TopicRecord = z.output<typeof topicRecord>;

/** A topic as the API answers. */
export const topic = z
  .object({
    id: slug.meta({ description: 'Id of the topic.', examples: ['ukraine-settlement'] }),
    ...self,
    name: names,
    description,
    broader: reference.nullable().meta({ description: 'The topic above it.' }),
    narrower: z.array(reference).meta({ description: 'The topics directly under it.' }),
    statements: z
      .object({ topic: count })
      .meta({ description: 'Statements about it or about a topic under it.' }),
  })
  .meta({ id: 'Topic', description: 'A topic of statements. Topics form a tree.' });

export type Topic = z.output<typeof topic>;
