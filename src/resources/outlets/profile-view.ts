// The profile of an outlet: what can be asked, how it is described, what it answers.

import type { Data } from '../../http/context.ts';
import type { ItemView } from '../../http/lists/collection.ts';
import { numberUpTo } from '../../http/request/paging.ts';
import { unstatedOutlet } from '../organizations/schema.ts';
import { profileOf } from './profile.ts';
import { profile } from './profile-schema.ts';

const collection = 'outlets';

/** The most speakers, and the most topics, that one answer holds. */
const mostRows = 1_000;
const defaultRows = 100;

const parameters = {
  limit: numberUpTo(mostRows).optional().meta({
    description: 'Largest number of speakers, and of topics.',
    default: defaultRows,
  }),
};

export const profileView: ItemView = {
  name: 'profile',
  summary: 'Profile an outlet',
  description: `The statements that an outlet carried and left out, by speaker and by topic, compared with all other outlets. Each number has a link to its list. \`${unstatedOutlet}\` stands for all sources whose text names no publisher.`,
  view: profile,
  fields: 'statements.leftOut,speakers.data.of.id,speakers.data.leftOut.count',
  parameters,
  make: profileOfOutlet,
};

async function profileOfOutlet(data: Data, id: string, { limit = defaultRows }: { limit?: number }) {
  if (id !== unstatedOutlet) {
    const [outlet] = await data.documents(collection, [id]);
    if (!outlet) return null;
  }
  return () => profileOf(data, id, limit);
}
