// The answers of renditions are made of pieces of their statements' answers: whole, and the bytes whose digests were taken.
import { hash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import t, { type Test } from 'tap';
import { passage } from '../../src/renditions/schema.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';
import { type SeedStatement, seeds } from '../support/seeds.ts';
import { seedsDatabase } from '../support/seeds-database.ts';

interface Row {
  id: string;
  body: Buffer;
  digest: Buffer;
}

/** Checks the answers of all renditions in a database, and gives them. */
function complete(t: Test, file: string): Row[] {
  const database = new Sqlite(file, { readonly: true });
  t.teardown(() => database.close());
  const rows = database
    .prepare(
      `SELECT id, body, digest FROM document JOIN document_digest USING (collection, id)
       WHERE collection = 'renditions' ORDER BY number`,
    )
    .all() as Row[];
  for (const { id, body, digest } of rows) {
    const answer = passage.parse(JSON.parse(body.toString('utf8')));
    t.equal(answer.id, id);
    t.strictSame(Object.keys(answer).slice(0, 4), ['id', 'href', 'statement', 'source']);
    t.ok(body.equals(Buffer.from(JSON.stringify(answer))), 'as JSON.stringify writes it');
    t.ok(hash('sha256', body, 'buffer').subarray(0, 16).equals(digest), 'the digest is that of what is sent');
  }
  const kept = "SELECT count(*) FROM stored_document WHERE collection = 'renditions' AND body IS NOT NULL";
  t.equal(database.prepare(kept).pluck().get(), 0);
  return rows;
}

t.test('each is complete, and takes no room of its own', async (t) => {
  const rows = complete(t, seedsDatabase);
  t.equal(rows.length, seeds.statement.flatMap(({ renditions }) => renditions).length);
});

t.test('a long one is complete, too', async (t) => {
  const text = 'كلمة'.repeat(1_000);
  const quotes = Array.from({ length: 12 }, (_each, at) => ({
    text,
    start: at * text.length,
    end: (at + 1) * text.length,
  }));
  const [rendition] = bareStatement('long').renditions;
  const long = { ...rendition, mode: 'direct', start: 0, end: 12 * text.length, quotes };
  const records = {
    ...bareRecords(),
    statement: [
      bareStatement('long', { renditions: [long] } as Partial<SeedStatement>),
      bareStatement('short'),
    ],
  };
  const { database } = await fixture(t, records);
  const sizes = complete(t, database).map(({ body }) => body.length);
  t.ok(Math.max(...sizes) > 12 * 2 * text.length, `${sizes} bytes`);
});
