// What the data holds: the values that filters know, the ids that items have, and cursors as the server makes them.
import { operations, type Parameter } from './operations.ts';

/** Gets the JSON at a path and query; null where the status is not 200. */
export type Fetch = (url: string) => Promise<unknown>;

/** The JSON at a URL; null where the status is not 200. */
export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  return response.ok ? response.json() : null;
}

export interface Vocabulary {
  /** The values that a parameter of a path knows; none where any text has a meaning. */
  known(template: string, parameter: Parameter): readonly string[];
  /** A cursor that the list of a path has made; null where its list is short. */
  cursor(template: string): string | null;
}

/** The collections that hold what a parameter names. */
const named: Record<string, readonly string[]> = {
  speaker: ['people', 'organizations'],
  addressee: ['people', 'organizations'],
  attributedTo: ['people', 'organizations'],
  participant: ['people'],
  mention: ['people', 'organizations', 'places', 'events'],
  outlet: ['outlets'],
  exclusive: ['outlets'],
  organization: ['organizations'],
  topic: ['topics'],
  broader: ['topics'],
  place: ['places'],
  within: ['places'],
  event: ['events'],
  partOf: ['events'],
  source: ['sources'],
  statement: ['statements'],
};

const collections = [...new Set([...Object.values(named).flat(), 'claims', 'discrepancies', 'renditions'])];

/** Learns what there is by asking. */
export async function learn(fetch: Fetch): Promise<Vocabulary> {
  const ids = new Map<string, string[]>();
  for (const collection of collections) ids.set(collection, await idsOf(fetch, collection));
  const codes = (((await fetch('/problems')) as { data: { code: string }[] } | null)?.data ?? []).map(
    ({ code }) => code,
  );
  const cursors = new Map<string, string | null>();
  for (const { template } of operations) cursors.set(template, await cursorOf(fetch, template, ids));
  const idsOfAll = (names: readonly string[]): string[] => names.flatMap((name) => ids.get(name) ?? []);
  return {
    known(template, { name, where, offered }) {
      if (where === 'path' && name === 'code') return codes;
      if (where === 'path' && name === 'id') return ids.get(template.split('/')[1] ?? '') ?? [];
      const found = idsOfAll(named[name] ?? []);
      return found.length > 0 || named[name] !== undefined ? found : offered;
    },
    cursor: (template) => cursors.get(template) ?? null,
  };
}

async function idsOf(fetch: Fetch, collection: string): Promise<string[]> {
  const list = (await fetch(`/${collection}?limit=100&fields=id`)) as { data: { id: string }[] } | null;
  return list?.data.map(({ id }) => id) ?? [];
}

/** Without a cursor in its parameters a path is no list. */
async function cursorOf(
  fetch: Fetch,
  template: string,
  ids: ReadonlyMap<string, string[]>,
): Promise<string | null> {
  const path = template
    .replace('{facet}', 'speaker')
    .replace('{id}', ids.get(template.split('/')[1] ?? '')?.[0] ?? '');
  const query = { '/search': 'q=the&', '/statements/counts': 'by=speaker,topic&' }[template] ?? '';
  const list = (await fetch(`${path}?${query}limit=1`)) as { page?: { next: string | null } } | null;
  const next = list?.page?.next;
  return next ? new URL(next).searchParams.get('cursor') : null;
}
