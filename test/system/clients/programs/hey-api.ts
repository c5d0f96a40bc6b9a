import { client } from '../generated/hey-api/client.gen.js';
import { getPerson, listStatements, search } from '../generated/hey-api/index.js';
import type { Calls } from './calls.js';

export const run: Calls = async (baseUrl) => {
  client.setConfig({ baseUrl });
  const list = await listStatements({ query: { speaker: ['putin', 'zelensky'], limit: 100 } });
  const person = await getPerson({ path: { id: 'putin' } });
  const found = await search({ query: { q: 'security' } });
  const wrong = await getPerson({ path: { id: 'putn' } });
  if (!list.data || !person.data || !found.data) throw new Error('a call failed');
  return {
    ids: list.data.data.map(({ id }) => id),
    modes: list.data.data.flatMap(({ renditions }) => renditions.map(({ mode }) => mode)),
    name: person.data.name.ar,
    total: found.data.page.total,
    hint: wrong.error?.hint,
  };
};
