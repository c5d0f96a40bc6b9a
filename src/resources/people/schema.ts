// A person: what a seed says, what an answer says, and what may be asked.
import { z } from 'zod';
import { canEndOn, knownDate } from '../../records/dates.ts';
import { aliases, byLanguage, countryCode, identity, names, slug, wikidataId } from '../../records/fields.ts';
import { count, reference, self } from '../../records/references.ts';

const title = byLanguage.meta({
  description: 'The title by language.',
  examples: [{ en: 'President of Russia', ar: 'رئيس روسيا' }],
});
const from = knownDate
  .nullable()
  .meta({ description: 'Start of the role, if known.', examples: ['2012-05-07'] });
const to = knownDate
  .nullable()
  .meta({ description: 'End of the role; null if it has not ended or is unknown.', examples: [null] });

/** A person as written in `people.yaml`. */
export const personRecord = z.strictObject({
  ...identity,
  name: names,
  aliases,
  roles: z
    .array(
      z
        .strictObject({
          title,
          organization: slug.nullable().default(null),
          from: from.default(null),
          to: to.default(null),
        })
        .refine((role) => role.from === null || role.to === null || canEndOn(role.from, role.to), {
          message: 'expected an end that is not before the start',
          path: ['to'],
        }),
    )
    .default([]),
  country: countryCode.nullable().default(null),
  wikidata: wikidataId.nullable().default(null),
});

export type PersonRecord = z.output<typeof personRecord>;

/** A person as the API answers. */
export const person = z
  .object({
    id: slug.meta({ description: 'Id of the person.', examples: ['putin'] }),
    ...self,
    name: names,
    aliases: z.array(z.string()).meta({
      description: 'Other forms of the name, in any script: those of the sources and those in common use.',
      examples: [['Putin', 'بوتين', 'Путин']],
    }),
    roles: z
      .array(
        z.object({
          title,
          organization: reference.nullable().meta({ description: 'Where the role is held, if recorded.' }),
          from,
          to,
        }),
      )
      .meta({ description: 'The roles that the person holds or held.' }),
    country: countryCode.nullable(),
    wikidata: wikidataId.nullable(),
    statements: z
      .object({ speaker: count, addressee: count, mention: count })
      .meta({ description: 'Statements that the person made, was addressed in, or is mentioned in.' }),
  })
  .meta({
    id: 'Person',
    description: 'A speaker, an addressee, or another person whom the sources mention.',
  });

export type Person = z.output<typeof person>;
