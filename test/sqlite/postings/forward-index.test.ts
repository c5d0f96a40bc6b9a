// The terms of documents are read from the forward index as they were written, however many and however large.
import t from 'tap';
import { DocIdSet } from '../../../src/doc-ids/doc-id-set.ts';
import { emptyDatabase } from '../../../src/sqlite/open.ts';
import { forwardIndexWriter } from '../../../src/sqlite/postings/forward-index.ts';
import { termIndexOf } from '../../../src/sqlite/postings/term-index.ts';
import { preparer } from '../../../src/sqlite/prepare.ts';

const many = Array.from({ length: 20_000 }, (_, at) => at * 7 + 1);

/** The first and the last document of a row, gaps, the next row, and a row far behind, in another block. */
const documents = new Map<number, number[]>([
  [640, [1]],
  [641, [1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152, 2 ** 31, 2 ** 32 - 1]],
  [650, many],
  [651, many.toReversed()],
  [703, [5, 3, 4]],
  [704, [2]],
  [64 * 300_000 + 1, [9]],
]);

const database = emptyDatabase();
t.teardown(() => database.close());
const writer = forwardIndexWriter(database);
for (const [docId, terms] of documents) for (const term of terms) writer.add(docId, term);
writer.finish();

/** The terms of each of these documents that has any. */
function read(docIds: readonly number[]): number[][] {
  const found: number[][] = [];
  termIndexOf(preparer(database)).visitTerms(DocIdSet.of(docIds), (terms, count) => {
    found.push([...terms.subarray(0, count)]);
  });
  return found;
}

t.same(read([...documents.keys()]), [...documents.values()], 'all of them');
for (const [docId, terms] of documents) t.same(read([docId]), [terms], `${docId} alone`);
t.same(read([1, 639, 642, 652, 702, 705, 64 * 299_999, 64 * 300_000 + 2]), [], 'documents without terms');
t.same(read([642, 650, 652, 703]), [many, [5, 3, 4]], 'with others between them');
t.same(read([]), [], 'no document');
