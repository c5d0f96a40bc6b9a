import SwaggerClient from 'swagger-client';
import type { components } from '../generated/openapi-fetch.js';
import type { Calls } from './calls.js';

type Schemas = components['schemas'];

export const run: Calls = async (baseUrl) => {
  const { apis } = await SwaggerClient(`${baseUrl}/openapi.json`);
  const ask = async <T>(tag: string, operation: string, parameters: object): Promise<T> => {
    const response = await apis[tag]?.[operation]?.(parameters);
    return response?.body as T;
  };
  const query = { speaker: ['putin', 'zelensky'], limit: 100 };
  const list = await ask<Schemas['StatementList']>('Statements', 'listStatements', query);
  const person = await ask<Schemas['Person']>('People', 'getPerson', { id: 'putin' });
  const found = await ask<Schemas['SearchHitList']>('Search', 'search', { q: 'security' });
  const wrong = await ask('People', 'getPerson', { id: 'putn' }).catch(
    (error: { response: { body: Schemas['Problem'] } }) => error.response.body,
  );
  return {
    ids: list.data.map(({ id }) => id),
    modes: list.data.flatMap(({ renditions }) => renditions.map(({ mode }) => mode)),
    name: person.name.ar,
    total: found.page.total,
    hint: (wrong as Schemas['Problem']).hint,
  };
};
