import createClient from 'openapi-fetch';
import type { paths } from '../generated/openapi-fetch.js';
import type { Calls } from './calls.js';

export const run: Calls = async (baseUrl) => {
  const { GET } = createClient<paths>({ baseUrl });
  const list = await GET('/statements', {
    params: { query: { speaker: ['putin', 'zelensky'], limit: 100 } },
  });
  const person = await GET('/people/{id}', { params: { path: { id: 'putin' } } });
  const found = await GET('/search', { params: { query: { q: 'security' } } });
  const wrong = await GET('/people/{id}', { params: { path: { id: 'putn' } } });
  if (!list.data || !person.data || !found.data) throw new Error('a call failed');
  return {
    ids: list.data.data.map(({ id }) => id),
    modes: list.data.data.flatMap(({ renditions }) => renditions.map(({ mode }) => mode)),
    name: person.data.name.ar,
    total: found.data.page.total,
    hint: wrong.error?.hint,
  };
};
