// Walks through lists page by page, and tells which lists there are, with what each can be asked for.
import type { OpenAPIV3_1 } from 'openapi-types';
import { description } from './contract.ts';

export interface ListBody<Item = { id: string }> {
  data: Item[];
  page: { total: number; limit: number; next: string | null };
}

type Get = <T>(url: string) => Promise<T>;

/** The path and query of a whole URL. */
export const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url, 'http://localhost');
  return pathname + search;
};

/** All pages of a list, from the first to the one without a next. Throws where they do not come to an end. */
export async function walk<Item = { id: string }>(get: Get, url: string): Promise<ListBody<Item>[]> {
  const pages: ListBody<Item>[] = [];
  for (let next: string | null = url; next !== null; ) {
    if (pages.length > 1_000) throw new Error(`${url} does not end`);
    const body: ListBody<Item> = await get<ListBody<Item>>(pathOf(next));
    if (body.page === undefined) throw new Error(`${decodeURIComponent(next)}: ${JSON.stringify(body)}`);
    pages.push(body);
    next = body.page.next;
  }
  return pages;
}

/** All ids of a list, in order. */
export async function idsOf(get: Get, url: string): Promise<string[]> {
  const limited = url.includes('limit=') ? url : `${url}${url.includes('?') ? '&' : '?'}limit=100`;
  return (await walk(get, limited)).flatMap(({ data }) => data.map(({ id }) => id));
}

export interface ListRoute {
  /** The path as a template, and with an id that works where it holds one. */
  template: string;
  path: string;
  sorts: string[];
  /** The formats that the description has operations for. */
  formats: string[];
  parameters: OpenAPIV3_1.ParameterObject[];
}

/** The sorts that can be turned round; any other, such as by relevance, asks for more than a list. */
function sortsOf({ schema }: OpenAPIV3_1.ParameterObject): string[] {
  const sorts = (schema as OpenAPIV3_1.SchemaObject).enum as string[];
  return sorts.filter((sort) => sorts.includes(turnedRound(sort)));
}

/** The same sort in the other direction. */
export const turnedRound = (sort: string): string => (sort.startsWith('-') ? sort.slice(1) : `-${sort}`);

/** Every list that the description names: each path whose answer is an envelope with a page. */
export const listRoutes: ListRoute[] = Object.entries(description.paths ?? {}).flatMap(([template, item]) => {
  const parameters = (item?.get?.parameters ?? []) as OpenAPIV3_1.ParameterObject[];
  const sort = parameters.find(({ name }) => name === 'sort');
  const isList = parameters.some(({ name }) => name === 'cursor');
  const isFormat = item?.get?.tags?.includes('Formats');
  if (
    isFormat ||
    !sort ||
    !isList ||
    parameters.some(({ required, in: where }) => required && where === 'query')
  )
    return [];
  const path = template.replace('{id}', 'alaska-2025');
  return { template, path, sorts: sortsOf(sort), formats: formatsOf(template), parameters };
});

function formatsOf(template: string): string[] {
  const others = Object.keys(description.paths ?? {}).filter((path) => path.startsWith(`${template}.`));
  return [...new Set(['json', ...others.map((path) => path.slice(template.length + 1))])];
}
