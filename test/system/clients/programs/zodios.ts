import { isErrorFromAlias, type ZodiosQueryParamsByAlias } from '@zodios/core';
import { PeopleApi } from '../generated/zodios/People.js';
import { SearchApi } from '../generated/zodios/Search.js';
import { StatementsApi } from '../generated/zodios/Statements.js';
import type { Calls } from './calls.js';

/** Written down, as TypeScript gives up on inferring it from so many parameters. */
type Query = ZodiosQueryParamsByAlias<typeof StatementsApi.api, 'listStatements'>;

export const run: Calls = async (baseURL) => {
  for (const { axios } of [StatementsApi, PeopleApi, SearchApi]) {
    axios.defaults.baseURL = baseURL;
    axios.defaults.paramsSerializer = { indexes: null };
  }
  const queries: Query = { speaker: ['putin', 'zelensky'], limit: 100 };
  const list = await StatementsApi.listStatements({ queries });
  const person = await PeopleApi.getPerson({ params: { id: 'putin' } });
  const found = await SearchApi.search({ queries: { q: 'security' } });
  const wrong = await PeopleApi.getPerson({ params: { id: 'putn' } }).catch((error: unknown) => error);
  const isKnown = isErrorFromAlias(PeopleApi.api, 'getPerson', wrong);
  return {
    ids: list.data.map(({ id }) => id),
    modes: list.data.flatMap(({ renditions }) => renditions.map(({ mode }) => mode)),
    name: person.name.ar,
    total: found.page.total,
    hint: isKnown && wrong.response.status === 404 ? wrong.response.data.hint : undefined,
  };
};
