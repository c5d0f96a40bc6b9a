// A gesture: what a seed says and what an answer says.
import { z } from 'zod';
import { aliases, byLanguage, countryCode, identity, names, slug } from '../../records/fields.ts';
import { count, reference, self } from '../../records/references.ts';

const description = byLanguage.meta({
  description: 'What was done, by language.',
  examples: [{ en: 'Both smiled.', ar: 'ابتسم كلاهما.' }],
});

/** A gesture as written in `gestures.yaml`. */
export const gestureRecord = z.strictObject({
  ...identity,
  name: names,
  aliases,
  country: countryCode.nullable().default(null),
  event: slug.nullable().default(null),
  description,
});

export type GestureRecord = z.output<typeof gestureRecord>;

/** A gesture as the API answers. */
export const gesture = z
  .object({
    id: slug.meta({ description: 'Id of the gesture.', examples: ['red-carpet'] }),
    ...self,
    name: names,
    aliases: z.array(z.string()).meta({ description: 'Other names of it.', examples: [['carpet']] }),
    country: countryCode.nullable(),
    event: reference.nullable().meta({ description: 'The event at which it was made.' }),
    description,
    statements: z.object({ mention: count }).meta({ description: 'Statements that mention it.' }),
  })
  .meta({ id: 'Gesture', description: 'What was done without words.' });

export type Gesture = z.output<typeof gesture>;
