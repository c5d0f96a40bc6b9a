// Tries named questions on a list: what the answer must hold, what it must not, and that the seeds agree on the rest.
import type { Test } from 'tap';
import { testApp } from './app.ts';
import { idsOf, type ListBody } from './lists.ts';
import { idsWhere } from './oracle.ts';
import { seeds } from './seeds.ts';

export interface Scenario {
  /** The query string. */
  asked: string;
  /** The same question in ids and codes, where names are asked for. */
  means?: string;
  holds: string[];
  lacks: string[];
}

export async function tryScenarios(
  t: Test,
  collection: string,
  scenarios: readonly Scenario[],
): Promise<void> {
  const { get } = await testApp(t);
  for (const { asked, means = asked, holds, lacks } of scenarios) {
    const url = `/${collection}?${asked}`;
    const ids = await idsOf(get, url);
    const { page } = await get<ListBody>(`${url}&limit=1`);
    const expected = idsWhere(seeds, collection, [...new URLSearchParams(means)]);
    t.same(ids, expected, `${url}: as the seeds have it`);
    t.equal(page.total, expected.length, `${url}: total`);
    t.same(without(holds, ids), [], `${url}: nothing is missing`);
    t.same(within(lacks, ids), [], `${url}: nothing is too much`);
  }
}

const without = (ids: string[], found: string[]): string[] => ids.filter((id) => !found.includes(id));
const within = (ids: string[], found: string[]): string[] => ids.filter((id) => found.includes(id));

/** The most and the least reported or spoken of come first and last. */
export async function tryWeights(
  t: Test,
  collection: string,
  sort: string,
  weightOf: WeightOf,
): Promise<void> {
  const { get } = await testApp(t);
  const ids = idsWhere(seeds, collection, []);
  const weights = new Map(ids.map((id) => [id, weightOf(id)]));
  const weight = (id: string): number => weights.get(id) ?? 0;
  const heaviest = [...ids].sort((a, b) => weight(b) - weight(a)); // a stable sort: ties stay in the default order
  t.same(await idsOf(get, `/${collection}?sort=-${sort}`), heaviest, `/${collection} by -${sort}`);
  t.same(
    await idsOf(get, `/${collection}?sort=${sort}`),
    [...heaviest].reverse(),
    `/${collection} by ${sort}`,
  );
  t.not(weight(heaviest[0] ?? ''), weight(heaviest.at(-1) ?? ''), 'the weights differ');
}

type WeightOf = (id: string) => number;
