import axios, { isAxiosError } from 'axios';
import { getPerson, listStatements, type Problem, search } from '../generated/orval-axios.js';
import type { Calls } from './calls.js';

export const run: Calls = async (baseURL) => {
  axios.defaults.baseURL = baseURL;
  axios.defaults.paramsSerializer = { indexes: null };
  const list = await listStatements({ speaker: ['putin', 'zelensky'], limit: 100 });
  const person = await getPerson('putin');
  const found = await search({ q: 'security' });
  const wrong = await getPerson('putn').catch((error: unknown) =>
    isAxiosError<Problem>(error) ? error.response : null,
  );
  return {
    ids: list.data.data.map(({ id }) => id),
    modes: list.data.data.flatMap(({ renditions }) => renditions.map(({ mode }) => mode)),
    name: person.data.name.ar,
    total: found.data.page.total,
    hint: wrong && 'hint' in wrong.data ? wrong.data.hint : undefined,
  };
};
