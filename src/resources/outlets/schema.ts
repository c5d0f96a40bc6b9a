// An outlet: an organization that publishes or broadcasts, with what it published and what it is credited for.
import { z } from 'zod';
import { count } from '../../records/references.ts';
import { organizationFields } from '../organizations/schema.ts';

/** An outlet as the API answers. */
export const outlet = z
  .object({
    ...organizationFields,
    organization: z.string().meta({
      description: 'Path of the outlet as an organization, with its own statements.',
      examples: ['/organizations/xinhua'],
    }),
    profile: z.string().meta({
      description: 'Path of its profile: the statements that it carried and left out.',
      examples: ['/outlets/xinhua/profile'],
    }),
    sources: count.meta({ description: 'The sources that it published.' }),
    statements: z
      .object({ outlet: count })
      .meta({ description: 'Statements that it published or is credited for.' }),
    renditions: z
      .object({
        published: z
          .int()
          .min(0)
          .meta({ description: 'Renditions in sources that it published.', examples: [28] }),
        credited: z
          .int()
          .min(0)
          .meta({ description: 'Renditions that other sources credit to it.', examples: [0] }),
      })
      .meta({ description: 'Numbers of the renditions that it published and that credit it.' }),
  })
  .meta({ id: 'Outlet', description: 'An organization that publishes or broadcasts.' });

export type Outlet = z.output<typeof outlet>;
