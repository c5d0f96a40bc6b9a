// The pieces of /dataset.ndjson: as many as its size asks for, and any range of bytes from them.
import t from 'tap';
import { openForReading } from '../../src/sqlite/open.ts';
import { preparer } from '../../src/sqlite/prepare.ts';
import { pieceSize, readPieces, recordBytes } from '../../src/sqlite/record-pieces.ts';
import { fixture, madeUp } from '../support/fixture.ts';

t.test('pieces of thousands of records', async (t) => {
  const { database } = await fixture(t, madeUp(2_000, 4));
  const opened = openForReading(database);
  t.teardown(() => opened.close());
  const prepare = preparer(opened);
  const size = recordBytes(prepare);
  const whole = Buffer.concat([...readPieces(prepare, 0, size - 1)]);
  t.equal(whole.length, size);
  const count = Number(prepare('SELECT count(*) FROM record_piece').pluck().get());
  t.ok(size > 4 * pieceSize && count < size / pieceSize + 9, `${count} pieces, one more for each kind`);
  for (const [first, last] of [
    [0, 0],
    [size - 1, size - 1],
    [pieceSize - 10, pieceSize + 10],
    [1, size - 2],
    [300_000, 900_000],
  ] as const) {
    const part = Buffer.concat([...readPieces(prepare, first, last)]);
    t.ok(part.equals(whole.subarray(first, last + 1)), `from ${first} to ${last}`);
  }
});
