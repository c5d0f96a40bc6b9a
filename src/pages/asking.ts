// What a page asks beside the answer of its own route: in process, of the same functions that answer JSON.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Data } from '../http/context.ts';
import type { List } from '../http/lists/contract.ts';
import type { Item } from '../http/lists/item.ts';
import { planOf } from '../http/lists/planning.ts';
import type { Collection } from '../records/kinds.ts';
import { pageNode } from './linked-data.ts';
import type { View } from './view.ts';

/** The lists and items that the application serves, by the path of their route. */
export interface Contracts {
  lists: Map<string, List>;
  items: Map<string, Item>;
}

/** Remembers the contracts of all routes that are registered from here on. */
export function contractsOf(app: FastifyInstance): Contracts {
  const contracts: Contracts = { lists: new Map(), items: new Map() };
  app.addHook('onRoute', ({ url, config }) => {
    if (config?.list) contracts.lists.set(url, config.list);
    if (config?.item) contracts.items.set(url, config.item);
  });
  return contracts;
}

/** Filters by parameter, and how much of the list is wanted in which order. */
export interface ListQuestion {
  filters?: Record<string, string>;
  sort?: string;
  limit: number;
}

/** One page on its way: the request, and what may be asked for it. */
export class Asking {
  readonly view: View;
  readonly request: FastifyRequest;
  readonly data: Data;
  readonly #contracts: Contracts;

  constructor(view: View, request: FastifyRequest, data: Data, contracts: Contracts) {
    this.view = view;
    this.request = request;
    this.data = data;
    this.#contracts = contracts;
  }

  /** The contract of the list at a path. */
  contract(path: string): List {
    const list = this.#contracts.lists.get(path);
    if (!list) throw new Error(`no list is served at ${path}`);
    return list;
  }

  /** The first documents of the list at a path. */
  async list<Document>(path: string, { filters = {}, sort, limit }: ListQuestion): Promise<Document[]> {
    const given = Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, [value]]));
    const query = { ...given, limit, ...(sort === undefined ? {} : { sort }) };
    const { plan } = await planOf(this.data, this.contract(path), { id: '' }, query);
    const { bodies } = await this.data.page(plan);
    return bodies.map(parsed<Document>);
  }

  /** The documents with these ids, without those that the collection does not hold. */
  async documents<Document>(collection: Collection, ids: Iterable<string>): Promise<Document[]> {
    const bodies = await this.data.documents(collection, Array.from(new Set(ids)));
    return bodies.flatMap((body) => (body === null ? [] : [parsed<Document>(body)]));
  }

  /** An item as linked data: what `format=jsonld` answers, in the language of the page. */
  linkedData(route: string, document: object): object | null {
    const format = this.#contracts.items.get(route)?.formats.find(({ name }) => name === 'jsonld');
    if (!format) return null;
    const { origin, languages } = this.view;
    const body = format.item(Buffer.from(JSON.stringify(document)), { origin, query: {}, languages });
    return pageNode(this.view, parsed<object>(body));
  }
}

const parsed = <Document>(body: Buffer): Document => JSON.parse(body.toString('utf8')) as Document;
