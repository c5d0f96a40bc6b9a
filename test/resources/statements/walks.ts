// Walks over all pages of /statements under every sort and pairs of facets: each sees the whole list, and nothing twice.
import type { Test } from 'tap';
import { testApp } from '../../support/app.ts';
import { type Condition, statementsWhere } from '../../support/oracle.ts';
import { seeds } from '../../support/seeds.ts';

const facets = 'speaker outlet topic place event source mode language country month'.split(' ');
const sorts = ['-saidOn', 'saidOn', '-renditions', 'renditions', 'relevance'];
const pairs = facets.flatMap((one, at) => facets.slice(at + 1).map((other) => [one, other] as const));

interface Page {
  data: { id: string; reported: { renditions: number } }[];
  page: { total: number; next: string | null };
}

interface CrossTable {
  data: { values: { facet: string; id: string }[]; count: number }[];
}

/** Walks under every pair of facets, or under every tenth and the like. */
export async function walkUnderPairs(t: Test, every = 1): Promise<void> {
  const { get } = await testApp(t);
  for (const [one, other] of pairs.filter((_, at) => at % every === 0)) {
    const { data } = await get<CrossTable>(`/statements/counts?by=${one},${other}&limit=100`);
    const cell = data[Math.floor(data.length / 3)];
    const conditions = (cell?.values ?? []).map(({ facet, id }): Condition => [facet, id]);
    const whole = statementsWhere(seeds, conditions);
    t.equal(whole.length, cell?.count, `${one} by ${other} counts what is there`);
    for (const sort of sorts) {
      const asked = new URLSearchParams({ sort, limit: '4' });
      for (const [param, value] of conditions) asked.append(param, value);
      if (sort === 'relevance') asked.set('q', '-nothing قمة');
      const walked: string[] = [];
      let total = 0;
      for (let url: string | null = `/statements?${asked}`; url !== null; ) {
        const { data, page }: Page = await get(url);
        walked.push(...data.map(({ id }) => id));
        total = page.total;
        url = page.next && new URL(page.next).pathname + new URL(page.next).search;
      }
      t.equal(walked.length, total, `${asked} is as long as its total`);
      t.equal(new Set(walked).size, walked.length, `${asked} holds nothing twice`);
      if (sort === 'relevance')
        t.ok(
          walked.every((id) => whole.includes(id)),
          `${asked} is a part of the list`,
        );
      else t.strictSame([...walked].sort(), [...whole].sort(), `${asked} is the whole list`);
    }
  }
}
