import { HttpError, ok } from '@oazapfts/runtime';
import { defaults, getPerson, listStatements, type Problem, search } from '../generated/oazapfts.js';
import type { Calls } from './calls.js';

export const run: Calls = async (baseUrl) => {
  defaults.baseUrl = baseUrl;
  const list = await ok(listStatements({ speaker: ['putin', 'zelensky'], limit: 100 }));
  const person = await ok(getPerson('putin'));
  const found = await ok(search('security'));
  const wrong = await ok(getPerson('putn')).catch((error: unknown) => error);
  return {
    ids: list.data.map(({ id }) => id),
    modes: list.data.flatMap(({ renditions }) => renditions.map(({ mode }) => mode)),
    name: person.name.ar,
    total: found.page.total,
    hint: wrong instanceof HttpError ? (wrong.data as Problem).hint : undefined,
  };
};
