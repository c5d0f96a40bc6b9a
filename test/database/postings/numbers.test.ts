// Sets of numbers against plain JavaScript sets: few members and many, in one block and in several.
import t, { type Test } from 'tap';
import { blockOf } from '../../../src/database/postings/block.ts';
import { decode, encode, encodeBlock } from '../../../src/database/postings/encoding.ts';
import { Numbers, noNumbers } from '../../../src/database/postings/numbers.ts';
import { chance } from '../../support/random.ts';

const { below } = chance(7);

/** Ascending numbers below a bound, about so many of a thousand. */
const sample = (bound: number, perMille: number): number[] =>
  Array.from({ length: bound }, (_each, number) => number).filter(() => below(1000) < perMille);

const bound = 140_000;

/** Sparse and dense ones, ones that leave a block out, and ones whose blocks are on either side of the border. */
const samples: Record<string, number[]> = {
  none: [],
  'a few': [0, 31, 32, 65_535, 65_536, 131_071, 139_999],
  'one in a hundred': sample(bound, 10),
  'one in fifteen': sample(bound, 65),
  half: sample(bound, 500),
  'nearly all': sample(bound, 990),
  'all of a block': Array.from({ length: 65_536 }, (_each, at) => 65_536 + at),
  'only the last block': sample(8_000, 700).map((number) => 131_072 + number),
  'as many as are still few': Array.from({ length: 4_096 }, (_each, at) => at * 2),
  'one more than few': Array.from({ length: 4_097 }, (_each, at) => at * 2),
};

const same = (t: Test, found: Numbers, wanted: readonly number[], message: string): void => {
  t.equal(found.count, wanted.length, `${message}: how many`);
  t.equal([...found].join(), wanted.join(), message);
};

for (const [name, numbers] of Object.entries(samples)) {
  const set = Numbers.of(numbers);

  t.test(`${name}: by itself`, async (t) => {
    same(t, set, numbers, 'its members');
    for (const number of [0, 1, 65_535, 65_536, 100_000, ...numbers.slice(0, 20)]) {
      t.equal(set.has(number), numbers.includes(number), `${number} is one or not`);
    }
    for (const start of [0, 1, 40, 65_535, 65_536, 70_001, 131_071, bound, 10 * bound]) {
      const up = numbers.filter((number) => number >= start);
      const down = numbers.filter((number) => number <= start).reverse();
      t.same(set.from(start, 50), up.slice(0, 50), `up from ${start}`);
      t.same(set.upTo(start, 50), down.slice(0, 50), `down from ${start}`);
      const end = start + 66_000;
      const inside = up.filter((number) => number <= end);
      same(t, set.within(start, end), inside, `from ${start} to ${end}`);
    }
    t.equal(set.from(0, bound).length, numbers.length, 'all of them, up');
    t.equal(set.upTo(bound, bound).length, numbers.length, 'all of them, down');
    same(t, set.within(9, 8), [], 'nothing lies between a number and one before it');
  });

  t.test(`${name}: with each other`, async (t) => {
    for (const [otherName, otherNumbers] of Object.entries(samples)) {
      const other = Numbers.of(otherNumbers);
      const has = new Set(otherNumbers);
      const shared = numbers.filter((number) => has.has(number));
      same(t, set.and(other), shared, `and ${otherName}`);
      t.equal(set.countWith(other), shared.length, `counted with ${otherName}`);
      same(
        t,
        set.without(other),
        numbers.filter((number) => !has.has(number)),
        `without ${otherName}`,
      );
      const any = [...new Set([...numbers, ...otherNumbers])].sort((a, b) => a - b);
      same(t, Numbers.any([set, other]), any, `or ${otherName}`);
      const lows = shared.filter((number) => number >>> 16 === 1).map((number) => number & 0xffff);
      t.same([...set.lowsWith(other, 1)], lows, `the second block of both, with ${otherName}`);
    }
  });

  t.test(`${name}: as bytes and back`, async (t) => {
    const blocks = set.highs.map((high, at) => {
      const block = set.blocks[at] as NonNullable<ReturnType<typeof blockOf>>;
      return { high, count: block.count, body: encodeBlock(block) };
    });
    const bytes = encode(blocks);
    same(t, decode(bytes), numbers, 'the same members');
    const shifted = Buffer.concat([Buffer.from('x'), bytes]).subarray(1);
    same(t, decode(shifted), numbers, 'also from an address where no word begins');
  });
}

t.test('stretches', async (t) => {
  for (const [first, last] of [
    [0, 0],
    [5, 70],
    [65_535, 65_536],
    [1, 140_000],
  ] as const) {
    const all = Array.from({ length: last - first + 1 }, (_each, at) => first + at);
    same(t, Numbers.stretch(first, last), all, `${first} to ${last}`);
  }
  same(t, Numbers.stretch(3, 2), [], 'nothing lies between a number and one before it');
  same(t, Numbers.any([]), [], 'any of none');
  same(t, noNumbers, [], 'none');
  t.equal(blockOf(new Uint16Array(0)), null, 'a block is never empty');
});
