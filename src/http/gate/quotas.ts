// Counts the requests of each client, a minute at a time, and says how many are left (draft-ietf-httpapi-ratelimit-headers-10).
import { LRUCache } from 'lru-cache';

/** A minute, in milliseconds. */
const period = 60_000;

/** Clients that are counted at a time, about 25 MB; beyond them the one that was seen least lately begins anew. */
const mostClients = 100_000;

/** What is left to one client. */
export interface Quota {
  /** Requests; below zero where there was none left for the last one. */
  left: number;
  /** When all of them are there again, in milliseconds of `performance.now()`. */
  ends: number;
}

/** The minute of each client begins with its first request, so that not all come back at the same moment. */
export class Quotas {
  readonly #most: number;
  readonly #policy: string;
  readonly #quotas: LRUCache<string, Quota>;

  /** `most` requests a minute. */
  constructor(most: number, clients = mostClients) {
    this.#most = most;
    this.#policy = `"default";q=${most};w=${period / 1000}`;
    this.#quotas = new LRUCache({ max: clients });
  }

  /** Counts one request. */
  take(client: string, now: number): Quota {
    let quota = this.#quotas.get(client);
    if (quota === undefined || now >= quota.ends) {
      quota = { left: this.#most, ends: now + period };
      this.#quotas.set(client, quota);
    }
    if (quota.left >= 0) quota.left -= 1;
    return quota;
  }

  /** Names and values in turn, of the header fields that tell a client where it stands. */
  fields({ left, ends }: Quota, now: number): string[] {
    const remaining = `"default";r=${left < 0 ? 0 : left};t=${secondsUntil(ends, now)}`;
    return ['ratelimit-policy', this.#policy, 'ratelimit', remaining];
  }
}

/** Whole seconds, one at least. */
export const secondsUntil = (end: number, now: number): number =>
  Math.max(1, Math.ceil(Math.round(end - now) / 1000));
