// The answers of renditions are made of pieces of their statements' answers: whole, and the bytes whose digests were taken.
import { hash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import t from 'tap';
import { passage } from '../../src/renditions/schema.ts';
import { seedsDatabase } from '../support/app.ts';
import { seeds } from '../support/seeds.ts';

const database = new Sqlite(seedsDatabase, { readonly: true });
t.teardown(() => database.close());

interface Row {
  id: string;
  body: Buffer;
  digest: Buffer;
}

const rows = database
  .prepare(
    `SELECT id, body, digest FROM document JOIN document_digest USING (collection, id)
     WHERE collection = 'renditions' ORDER BY number`,
  )
  .all() as Row[];

t.test('each is complete, and takes no room of its own', async (t) => {
  t.equal(rows.length, seeds.statement.flatMap(({ renditions }) => renditions).length);
  for (const { id, body, digest } of rows) {
    const answer = passage.parse(JSON.parse(body.toString('utf8')));
    t.equal(answer.id, id);
    t.strictSame(Object.keys(answer).slice(0, 4), ['id', 'href', 'statement', 'source']);
    t.ok(body.equals(Buffer.from(JSON.stringify(answer))), 'as JSON.stringify writes it');
    t.ok(hash('sha256', body, 'buffer').subarray(0, 16).equals(digest), 'the digest is that of what is sent');
  }
  const kept = "SELECT count(*) FROM stored_document WHERE collection = 'renditions' AND body IS NOT NULL";
  t.equal(database.prepare(kept).pluck().get(), 0);
});
