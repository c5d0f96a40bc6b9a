// The route of profiles: what can be asked, how it is described, what it answers.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context, Data } from '../../http/context.ts';
import { serveView } from '../../http/lists/view.ts';
import { unstatedOutlet } from '../sources/schema.ts';
import { profileOf } from './profile.ts';
import { profile } from './profile-schema.ts';

const collection = 'outlets';

/** The most speakers, and the most topics, that one answer holds. */
const mostRows = 1_000;
const defaultRows = 100;

const parameters = {
  limit: z
    .preprocess(
      (text) => (typeof text === 'string' && /^\d{1,4}$/.test(text) ? Number(text) : text),
      z.int(`expected a whole number from 1 to ${mostRows}`).min(1).max(mostRows),
    )
    .optional()
    .meta({
      description: 'The most speakers, and the most topics, that the answer holds.',
      default: defaultRows,
    }),
};

export function profileRoutes(app: FastifyInstance, context: Context): void {
  serveView(app, context, {
    collection,
    name: 'profile',
    tag: 'Outlets',
    summary: 'Profile an outlet',
    description: `What an outlet carried and what it left out against all others, by speaker and by topic; every number comes with the list that holds exactly these. \`${unstatedOutlet}\` stands for all sources whose text names no publisher.`,
    view: profile,
    example: 'xinhua',
    fields: 'statements.leftOut,speakers.data.of.id,speakers.data.leftOut.count',
    kinds: ['outlet'],
    parameters,
    make: profileOfOutlet,
  });
}

async function profileOfOutlet(data: Data, id: string, { limit = defaultRows }: { limit?: number }) {
  if (id !== unstatedOutlet) {
    const [outlet] = await data.documents(collection, [id]);
    if (!outlet) return null;
  }
  return () => profileOf(data, id, limit);
}
