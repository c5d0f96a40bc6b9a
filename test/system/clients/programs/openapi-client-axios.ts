import { OpenAPIClientAxios } from 'openapi-client-axios';
import type { Client, Components } from '../generated/openapi-client-axios.js';
import type { Calls } from './calls.js';

export const run: Calls = async (baseURL) => {
  const api = new OpenAPIClientAxios({
    definition: `${baseURL}/openapi.json`,
    axiosConfigDefaults: { baseURL, paramsSerializer: { indexes: null } },
  });
  const client = await api.init<Client>();
  const list = await client.listStatements({ speaker: ['putin', 'zelensky'], limit: 100 });
  const person = await client.getPerson({ id: 'putin' });
  const found = await client.search({ q: 'security' });
  const wrong = await client.getPerson({ id: 'putn' }, null, { validateStatus: () => true });
  return {
    ids: list.data.data.map(({ id }) => id),
    modes: list.data.data.flatMap(({ renditions }) => renditions.map(({ mode }) => mode)),
    name: person.data.name.ar,
    total: found.data.page.total,
    hint: (wrong.data as unknown as Components.Schemas.Problem).hint,
  };
};
