// Facets with very many values are counted by document: the same counts as by combining the sets of all terms.
import t from 'tap';
import { countFacet } from '../../../src/database/facets.ts';
import { emptyDatabase } from '../../../src/database/open.ts';
import { mostWithoutColumns } from '../../../src/database/postings/columns.ts';
import { termWriter } from '../../../src/database/postings/writer.ts';
import { snapshotOf } from '../../../src/database/snapshot.ts';

/** Two blocks full of documents, and a few of a third. */
const documents = 2 * 65_536 + 500;

/** Two terms for each document; those of the first block are few, and all come in the second. */
const sourcesOf = (number: number): string[] => {
  const many = number < 65_536 ? 300 : 2 * mostWithoutColumns;
  return [`source-${number % many}`, `source-${(number * 7) % many}`];
};

/** A group of a quarter of all documents, and one of a few. */
const groupOf = (number: number): string =>
  number % 1_000 === 0 ? 'few' : number % 4 === 0 ? 'many' : 'rest';

t.test('a facet that becomes wide', async (t) => {
  const database = emptyDatabase();
  const writer = termWriter(database);
  const insert = database.prepare("INSERT INTO stored_document VALUES (?, 'statements', ?, ?, 0, NULL)");
  const wanted = new Map(['few', 'many'].map((group) => [group, new Map<string, number>()]));
  for (let number = 1; number <= documents; number += 1) {
    if (number === 1 || number === documents)
      insert.run(number, `s-${number}`, String(number).padStart(9, '0'));
    const [group, sources] = [groupOf(number), new Set(sourcesOf(number))];
    writer.add('statements', number, [
      ['group', group],
      ...[...sources].map((source): [string, string] => ['source', source]),
    ]);
    const counts = wanted.get(group);
    if (counts) for (const source of sources) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  writer.finish();
  const blocks = database.prepare('SELECT facet, high FROM facet_column ORDER BY high').raw().all();
  t.same(
    blocks,
    [0, 1, 2].map((high) => ['source', high]),
    'a column for each block, also for what came before it was wide; none for what is narrow',
  );
  const snapshot = snapshotOf(database);
  t.teardown(() => database.close());
  for (const [group, counts] of wanted) {
    const selection = {
      collection: 'statements' as const,
      groups: [{ facet: 'group', values: [group], negated: false }],
      keys: {},
      search: null,
    };
    for (const time of ['the first time', 'again']) {
      const found = countFacet(snapshot, selection, 'source');
      t.same(new Map(found.map(({ value, count }) => [value, count])), counts, `${group}, ${time}`);
      const sorted = found.every(({ count }, at) => at === 0 || count <= (found[at - 1]?.count ?? 0));
      t.ok(sorted, 'most frequent first');
    }
  }
  const nobody = {
    collection: 'statements' as const,
    keys: { from: '9', before: '9' },
    groups: [],
    search: null,
  };
  t.same(countFacet(snapshot, nobody, 'source'), []);
  t.equal(snapshot.terms.column('statements', 'source', 3), null, 'no such block');
});
