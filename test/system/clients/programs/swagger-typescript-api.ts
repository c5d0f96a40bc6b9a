import { Api, type HttpResponse, type Person, type Problem } from '../generated/swagger-typescript-api.js';
import type { Calls } from './calls.js';

export const run: Calls = async (baseUrl) => {
  const api = new Api({ baseUrl });
  const list = await api.statements.listStatements({ speaker: ['putin', 'zelensky'], limit: 100 });
  const person = await api.people.getPerson('putin');
  const found = await api.search.search({ q: 'security' });
  const wrong = await api.people.getPerson('putn').catch((error: HttpResponse<Person, Problem>) => error);
  return {
    ids: list.data.data.map(({ id }) => id),
    modes: list.data.data.flatMap(({ renditions }) => renditions.map(({ mode }) => mode)),
    name: person.data.name.ar,
    total: found.data.page.total,
    hint: wrong.error?.hint,
  };
};
