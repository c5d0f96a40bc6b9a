// What a handler gives to be sent.
import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Group } from '../../store/plan.ts';

/** A page of a list as it was found. People's pages are made from it: JSON would be written only to be read again. */
export class FoundList {
  /** The documents as JSON. */
  readonly bodies: readonly Buffer[];
  readonly page: { total: number; limit: number; next: string | null };
  /** What stands in the envelope beside data and page. */
  readonly beside: Record<string, unknown>;
  /** The filters that the query string asks for. */
  readonly filters: readonly Group[];

  constructor(
    bodies: FoundList['bodies'],
    page: FoundList['page'],
    beside: FoundList['beside'],
    filters: FoundList['filters'],
  ) {
    this.bodies = bodies;
    this.page = page;
    this.beside = beside;
    this.filters = filters;
  }
}

/** What a handler gives: a body, or the reply where that was sent without one; where a page is made from it, a list as it was found. */
export type Answer = Buffer | string | Readable | FastifyReply | FoundList;
