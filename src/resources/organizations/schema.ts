// An organization: what a seed says, what an answer says, and which kinds count as outlets.
import { z } from 'zod';
import { aliases, countryCode, identity, names, slug, wikidataId } from '../../records/fields.ts';
import { count, self } from '../../records/references.ts';

/** The filter value for what comes from a source whose text names no publisher. */
export const unstatedOutlet = 'unstated';

/** Kinds of organizations that publish or broadcast; these organizations are the outlets. */
export const outletKinds = ['news-agency', 'broadcaster', 'newspaper', 'news-site', 'platform'] as const;

export const organizationKinds = [
  'government',
  'ministry',
  'alliance',
  'collective',
  'party',
  'company',
  'other',
  ...outletKinds,
] as const;

/** Whether an organization of this kind publishes. */
export const isOutlet = (kind: (typeof organizationKinds)[number]): boolean =>
  outletKinds.some((publishing) => publishing === kind);

const kind = z.enum(organizationKinds).meta({
  description: `Kind of the organization. ${outletKinds.join(', ')} are outlets.`,
  examples: ['news-agency'],
});

/** An organization as written in `organizations.yaml`. */
export const organizationRecord = z.strictObject({
  ...identity,
  name: names,
  kind,
  aliases,
  country: countryCode.nullable().default(null),
  wikidata: wikidataId.nullable().default(null),
});

export type OrganizationRecord = z.output<typeof organizationRecord>;

/** What an answer says of an organization, outlet or not. */
export const organizationFields = {
  id: slug.meta({ description: 'Id of the organization.', examples: ['xinhua'] }),
  ...self,
  name: names,
  kind,
  aliases: z.array(z.string()).meta({
    description: 'Other forms of the name, in any script: those of the sources and those in common use.',
    examples: [['شينخوا', 'Xinhua']],
  }),
  country: countryCode.nullable(),
  wikidata: wikidataId.nullable(),
};

/** An organization as the API answers. */
export const organization = z
  .object({
    ...organizationFields,
    statements: z
      .object({
        speaker: count,
        addressee: count,
        mention: count,
        outlet: count
          .nullable()
          .meta({ description: 'Statements that it carried; null if it is no outlet.' }),
      })
      .meta({
        description: 'Statements that it made, was addressed in, is mentioned in, or carried as an outlet.',
      }),
  })
  .meta({ id: 'Organization', description: 'An organization or a collective that the sources name.' });

export type Organization = z.output<typeof organization>;
