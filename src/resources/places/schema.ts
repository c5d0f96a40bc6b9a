// A place: what a seed says and what an answer says.
import { z } from 'zod';
import { aliases, identity, names, slug, wikidataId } from '../../records/fields.ts';
import { count, reference, self } from '../../records/references.ts';

export const placeKinds = ['continent', 'country', 'region', 'city', 'base', 'building', 'other'] as const;

const kind = z.enum(placeKinds).meta({ description: 'Kind of the place.', examples: ['region'] });
const latitude = z
  .number()
  .min(-90)
  .max(90)
  .nullable()
  .meta({ description: 'Degrees north, WGS 84.', examples: [64.2] });
const longitude = z
  .number()
  .min(-180)
  .max(180)
  .nullable()
  .meta({ description: 'Degrees east, WGS 84.', examples: [-152.5] });

/** A place as written in `places.yaml`. */
export const placeRecord = z
  .strictObject({
    ...identity,
    name: names,
    kind,
    within: slug.nullable().default(null),
    latitude: latitude.default(null),
    longitude: longitude.default(null),
    aliases,
    wikidata: wikidataId.nullable().default(null),
  })
  .refine((place) => (place.latitude === null) === (place.longitude === null), {
    message: 'expected both latitude and longitude, or neither',
    path: ['latitude'],
  });

export type PlaceRecord = z.output<typeof placeRecord>;

/** A place as the API answers. */
export const place = z
  .object({
    id: slug.meta({ description: 'Id of the place.', examples: ['alaska'] }),
    ...self,
    name: names,
    kind,
    within: reference.nullable().meta({ description: 'The place that it lies in.' }),
    latitude,
    longitude,
    aliases: z.array(z.string()).meta({
      description: 'Other forms of the name, in any script: those of the sources and those in common use.',
      examples: [['ألاسكا', 'آلاسكا']],
    }),
    wikidata: wikidataId.nullable(),
    statements: z.object({ place: count, mention: count }).meta({
      description: 'Statements made there (or in a place within it), and statements that mention it.',
    }),
  })
  .meta({ id: 'Place', description: 'A place where something was said, or that statements mention.' });

export type Place = z.output<typeof place>;
