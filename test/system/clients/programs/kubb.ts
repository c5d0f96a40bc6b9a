import fetch from '@kubb/plugin-client/clients/fetch';
import { getPerson, listStatements, type Problem, search } from '../generated/kubb/index.js';
import type { Calls } from './calls.js';

export const run: Calls = async (baseURL) => {
  fetch.setConfig({ baseURL });
  const list = await listStatements({ speaker: ['putin', 'zelensky'], limit: 100 });
  const person = await getPerson('putin');
  const found = await search({ q: 'security' });
  const wrong = (await getPerson('putn')) as unknown as Problem;
  return {
    ids: list.data.map(({ id }) => id),
    modes: list.data.flatMap(({ renditions }) => renditions.map(({ mode }) => mode)),
    name: person.name.ar,
    total: found.page.total,
    hint: wrong.hint,
  };
};
