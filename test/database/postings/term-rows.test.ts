// The terms of documents come out of a row as they went in, however many and however large.
import t from 'tap';
import { RowReader, RowWriter, rowOf } from '../../../src/database/postings/term-rows.ts';

const many = Array.from({ length: 3_000 }, (_, at) => at * 7 + 1);

/** Documents of one row, from its first place to its last, with gaps between. */
const documents = new Map<number, number[]>([
  [640, [1]],
  [641, [1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152, 2 ** 31, 2 ** 32 - 1]],
  [650, many],
  [651, [...many].reverse()],
  [700, [2]],
  [703, [5, 3, 4]],
]);

const writer = new RowWriter();
const reader = new RowReader();

/** What is found of these documents, which are asked for in this order. */
function found(row: Uint8Array, asked: readonly number[]): number[][] {
  reader.open(row);
  return asked.map((document) => {
    const count = reader.find(document);
    return [...reader.terms.subarray(0, count)];
  });
}

t.equal(new Set([...documents.keys()].map(rowOf)).size, 1);
t.not(rowOf(639), rowOf(640));
t.not(rowOf(704), rowOf(703));

for (const [document, terms] of documents) writer.add(document, terms);
const row = Buffer.from(writer.take(10) ?? []);
t.same(found(row, [...documents.keys()]), [...documents.values()]);
for (const [document, terms] of documents) t.same(found(row, [document]), [terms], `${document} alone`);
t.same(found(row, [642, 650, 652, 653, 702, 703]), [[], many, [], [], [], [5, 3, 4]], 'gaps are empty');

t.equal(writer.take(11), null, 'no document, no row');
writer.add(64 * 300_000 + 1, [9]);
const next = Buffer.from(writer.take(300_000) ?? []);
const rows = Buffer.concat([row, next]);
t.same(found(rows, [640, 703, 704, 64 * 300_000 + 1]), [[1], [5, 3, 4], [], [9]], 'several rows');
t.same(found(rows, [639, 64 * 299_999, 64 * 300_000 + 2, 64 * 300_001]), [[], [], [], []], 'around them');
t.same(found(Buffer.alloc(0), [64]), [[]], 'no row');
