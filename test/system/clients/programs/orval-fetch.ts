import { getPerson, listStatements, search } from '../generated/orval-fetch.js';
import type { Calls } from './calls.js';

export const run: Calls = async (baseUrl) => {
  globalThis.fetch = relativeTo(baseUrl);
  const list = await listStatements({ speaker: ['putin', 'zelensky'], limit: 100 });
  const person = await getPerson('putin');
  const found = await search({ q: 'security' });
  const wrong = await getPerson('putn');
  if (list.status !== 200 || person.status !== 200 || found.status !== 200) throw new Error('a call failed');
  return {
    ids: list.data.data.map(({ id }) => id),
    modes: list.data.data.flatMap(({ renditions }) => renditions.map(({ mode }) => mode)),
    name: person.data.name.ar,
    total: found.data.page.total,
    hint: wrong.status === 404 ? wrong.data.hint : undefined,
  };
};

/** The description says that the server is `/`: a browser knows the rest. */
const relativeTo = (baseUrl: string): typeof fetch => {
  const { fetch } = globalThis;
  return (url, options) => fetch(new URL(String(url), baseUrl), options);
};
