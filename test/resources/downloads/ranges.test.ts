// Which bytes `Range` means, with RFC 9110's own examples, and when it is passed over.
import t from 'tap';
import { isRangeOf, readRange } from '../../../src/resources/downloads/ranges.ts';

const size = 10_000;

for (const [header, expected] of [
  ['bytes=0-499', { first: 0, last: 499 }],
  ['bytes=500-999', { first: 500, last: 999 }],
  ['bytes=-500', { first: 9_500, last: 9_999 }],
  ['bytes=9500-', { first: 9_500, last: 9_999 }],
  ['bytes=0-0', { first: 0, last: 0 }],
  ['bytes=-1', { first: 9_999, last: 9_999 }],
  ['BYTES=1-2', { first: 1, last: 2 }],
  ['bytes= 1-2 ', { first: 1, last: 2 }],
  ['bytes=0-', { first: 0, last: 9_999 }],
  ['bytes=9000-99999', { first: 9_000, last: 9_999 }],
  ['bytes=-99999', { first: 0, last: 9_999 }],
  [`bytes=1-${'9'.repeat(400)}`, { first: 1, last: 9_999 }],
  ['bytes=10000-', 'unsatisfiable'],
  ['bytes=10000-10001', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  [undefined, null],
  ['', null],
  ['bytes=', null],
  ['bytes=-', null],
  ['bytes=2-1', null],
  ['bytes=a-b', null],
  ['bytes=1-2x', null],
  ['bytes 1-2', null],
  ['bytes=1.5-2', null],
  ['bytes=--5', null],
  ['lines=1-2', null],
  ['bytes=0-0,-1', null],
  ['bytes=500-600,601-999', null],
] as const) {
  t.test(`Range: ${String(header).slice(0, 40)}`, async (t) => t.same(readRange(header, size), expected));
}

t.test('nothing can be had of an empty file', async (t) => {
  t.equal(readRange('bytes=0-', 0), 'unsatisfiable');
  t.equal(readRange('bytes=-5', 0), 'unsatisfiable');
  t.equal(readRange(undefined, 0), null);
});

t.test('If-Range compares strongly, and knows no dates', async (t) => {
  t.ok(isRangeOf('"a"', undefined));
  t.ok(isRangeOf('"a"', '"a"'));
  for (const other of [
    '"b"',
    'W/"a"',
    '"a", "b"',
    '*',
    '',
    'Sat, 21 Nov 2026 20:45:14 GMT',
    ['"a"', '"b"'],
  ]) {
    t.notOk(isRangeOf('"a"', other), String(other));
  }
});
