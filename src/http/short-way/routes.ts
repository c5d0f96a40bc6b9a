// The routes of the short way: lists by their path, and items by their collection and id.
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Asking, Replying } from '../exchange.ts';

/** A route that answers a page or an item from the data. */
export interface ShortRoute {
  /** Its pattern: a path, or a path with `:id` at its end. */
  path: string;
  querystring: z.ZodType;
  /** Throws what is wrong with the request, before anything is sent. */
  handle: (request: Asking, reply: Replying) => void;
}

/** A route that was found, with the `id` in the path. */
export interface FoundRoute {
  route: ShortRoute;
  params: { id?: string };
}

/** An id that needs no decoding; any other is for the framework. */
const plainId = /^[\w-]{1,200}$/;

const itemEnd = ':id';

/** The application's own routes come first where both are there, as its router has it. */
export class ShortRoutes {
  readonly #exact = new Map<string, ShortRoute>();
  readonly #items = new Map<string, ShortRoute>();
  readonly #others = new Set<string>();

  constructor(app: FastifyInstance) {
    app.addHook('onRoute', ({ url }) => {
      this.#others.add(url);
    });
  }

  add(route: ShortRoute): void {
    const { path } = route;
    if (path.endsWith(itemEnd)) this.#items.set(path.slice(0, -itemEnd.length), route);
    else this.#exact.set(path, route);
  }

  /** The route of a path without its query; null where the framework is to look for it. */
  find(path: string): FoundRoute | null {
    const list = this.#exact.get(path);
    if (list) return { route: list, params: {} };
    if (this.#others.has(path)) return null;
    const start = path.lastIndexOf('/') + 1;
    const item = this.#items.get(path.slice(0, start));
    const id = path.slice(start);
    return item && plainId.test(id) ? { route: item, params: { id } } : null;
  }
}
