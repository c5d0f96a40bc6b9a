// DocIdSet against plain JavaScript sets: sparse and dense, in one block and in several.
import t, { type Test } from 'tap';
import { blockOf } from '../../src/doc-ids/block.ts';
import { DocIdSet, emptySet } from '../../src/doc-ids/doc-id-set.ts';
import { decode, encode, encodeBlock } from '../../src/doc-ids/encoding.ts';
import { chance } from '../support/random.ts';

const { below } = chance(7);

/** Random ascending ids below a bound; each is there with the given probability in thousandths. */
const sample = (bound: number, perMille: number): number[] =>
  Array.from({ length: bound }, (_each, id) => id).filter(() => below(1000) < perMille);

const bound = 140_000;

const samples: Record<string, number[]> = {
  none: [],
  'a few': [0, 31, 32, 65_535, 65_536, 131_071, 139_999],
  'one in a hundred': sample(bound, 10),
  'one in fifteen': sample(bound, 65),
  half: sample(bound, 500),
  'nearly all': sample(bound, 990),
  'a full block': Array.from({ length: 65_536 }, (_each, at) => 65_536 + at),
  'only the last block': sample(8_000, 700).map((id) => 131_072 + id),
  'the largest sparse block': Array.from({ length: 4_096 }, (_each, at) => at * 2),
  'the smallest dense block': Array.from({ length: 4_097 }, (_each, at) => at * 2),
};

const same = (t: Test, found: DocIdSet, wanted: readonly number[], message: string): void => {
  t.equal(found.count, wanted.length, `${message}: count`);
  t.equal([...found].join(), wanted.join(), message);
};

for (const [name, ids] of Object.entries(samples)) {
  const set = DocIdSet.of(ids);

  t.test(`${name}: alone`, async (t) => {
    same(t, set, ids, 'members');
    for (const id of [0, 1, 65_535, 65_536, 100_000, ...ids.slice(0, 20)]) {
      t.equal(set.has(id), ids.includes(id), `has ${id}`);
    }
    for (const start of [0, 1, 40, 65_535, 65_536, 70_001, 131_071, bound, 10 * bound]) {
      const up = ids.filter((id) => id >= start);
      const down = ids.filter((id) => id <= start).reverse();
      t.same(set.ascendingFrom(start, 50), up.slice(0, 50), `ascending from ${start}`);
      t.same(set.descendingFrom(start, 50), down.slice(0, 50), `descending from ${start}`);
      const last = start + 66_000;
      const inside = up.filter((id) => id <= last);
      same(t, set.inRange({ first: start, last }), inside, `from ${start} to ${last}`);
    }
    t.equal(set.ascendingFrom(0, bound).length, ids.length, 'all of them, ascending');
    t.equal(set.descendingFrom(bound, bound).length, ids.length, 'all of them, descending');
    same(t, set.inRange({ first: 9, last: 8 }), [], 'an empty range');
  });

  t.test(`${name}: combined with each other sample`, async (t) => {
    for (const [otherName, otherIds] of Object.entries(samples)) {
      const other = DocIdSet.of(otherIds);
      const has = new Set(otherIds);
      const shared = ids.filter((id) => has.has(id));
      same(t, set.intersect(other), shared, `intersection with ${otherName}`);
      const left = ids.filter((id) => !has.has(id));
      same(t, set.difference(other), left, `difference from ${otherName}`);
      const any = [...new Set([...ids, ...otherIds])].sort((a, b) => a - b);
      same(t, DocIdSet.union([set, other]), any, `union with ${otherName}`);
    }
  });

  t.test(`${name}: encoded and decoded`, async (t) => {
    const blocks = set.blockKeys.map((key, at) => {
      const block = set.blocks[at] as NonNullable<ReturnType<typeof blockOf>>;
      return { key, count: block.count, body: encodeBlock(block) };
    });
    const bytes = encode(blocks);
    same(t, decode(bytes), ids, 'the same members');
    const shifted = Buffer.concat([Buffer.from('x'), bytes]).subarray(1);
    same(t, decode(shifted), ids, 'also from an address that is not aligned');
  });
}

t.test('ranges', async (t) => {
  for (const [first, last] of [
    [0, 0],
    [5, 70],
    [65_535, 65_536],
    [1, 140_000],
  ] as const) {
    const all = Array.from({ length: last - first + 1 }, (_each, at) => first + at);
    same(t, DocIdSet.range({ first, last }), all, `${first} to ${last}`);
  }
  same(t, DocIdSet.range({ first: 3, last: 2 }), [], 'an empty range');
  same(t, DocIdSet.union([]), [], 'the union of no sets');
  same(t, emptySet, [], 'the empty set');
  t.equal(blockOf(new Uint16Array(0)), null, 'a block is never empty');
});
