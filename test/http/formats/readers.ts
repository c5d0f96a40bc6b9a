// Reads ids out of each format with a parser that somebody else wrote: what a client of that format would see.
import { parse as parseCsv } from 'csv-parse/sync';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import jsonld from 'jsonld';
import { type Expanded, flat } from './vocabulary.ts';

/** Gives the ids of a body, in order. */
export type Reader = (body: string) => Promise<string[]> | string[];

/** Parses RFC 4180 strictly, and gives each row by the names of the header. */
export const rowsOf = (body: string): Record<string, string>[] =>
  parseCsv(body, { columns: true, bom: true, record_delimiter: '\r\n' });

/** Nothing is ever fetched: all that a document means stands in it. */
const documentLoader = (url: string): never => {
  throw new Error(`tried to fetch ${url}`);
};

export const expand = async (document: object): Promise<Expanded[]> =>
  (await jsonld.expand(document as jsonld.JsonLdDocument, { documentLoader })) as Expanded[];

const schema = 'https://schema.org/';

const lastStep = (url: string | undefined): string => String(url).split('/').at(-1) ?? '';

export const readers: Record<string, Reader> = {
  json: (body) => (JSON.parse(body) as { data: { id: string }[] }).data.map(({ id }) => id),
  ndjson: (body) =>
    body
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { id: string }).id),
  csv: (body) => [...new Set(rowsOf(body).map((row) => String(row['id'])))],
  jsonld: async (body) => {
    const [list] = await expand(JSON.parse(body));
    const items = flat(list?.[`${schema}itemListElement`] ?? []);
    return items.map((item) => String(flat(item[`${schema}identifier`])[0]?.['@value']));
  },
  geojson: (body) => (JSON.parse(body) as { features: { id: string }[] }).features.map(({ id }) => id),
  jsonfeed: (body) => (parseJsonFeed(body).items ?? []).map(({ url }) => lastStep(url)),
  atom: (body) => (parseAtomFeed(body).entries ?? []).map(({ links }) => lastStep(links?.[0]?.href)),
  annotation: (body) => (JSON.parse(body) as { items: { id: string }[] }).items.map(({ id }) => lastStep(id)),
};
