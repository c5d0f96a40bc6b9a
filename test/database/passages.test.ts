// The answers of renditions are made of pieces of their statements' answers: whole, and the bytes whose digests were taken.
import { hash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import t from 'tap';
import { documentBy, documentsOf, joinedDocuments } from '../../src/database/bodies.ts';
import { preparer } from '../../src/database/prepare.ts';
import { passage } from '../../src/renditions/schema.ts';
import { seedsDatabase } from '../support/app.ts';
import { seeds } from '../support/seeds.ts';

const database = new Sqlite(seedsDatabase, { readonly: true });
const prepare = preparer(database);
t.teardown(() => database.close());

interface Row {
  number: number;
  id: string;
  body: Buffer;
  digest: Buffer;
}

const rows = database
  .prepare(
    `SELECT number, id, body, digest FROM whole_document JOIN document_digest USING (collection, id)
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
  const kept = "SELECT count(*) FROM document WHERE collection = 'renditions' AND body IS NOT NULL";
  t.equal(database.prepare(kept).pluck().get(), 0);
});

t.test('by number and by id, alone and among others', async (t) => {
  const statement = database.prepare(
    "SELECT number, body FROM document WHERE collection = 'statements' LIMIT 1",
  );
  const found = [...rows.slice(0, 3), statement.get() as Row];
  const numbers = found.map(({ number }) => number);
  t.same(
    documentsOf(prepare, numbers),
    found.map(({ body }) => body),
  );
  t.equal(`${joinedDocuments(prepare, numbers)}`, found.map(({ body }) => body).join(','));
  for (const { id, body } of rows) t.same(documentBy(prepare, 'renditions', id), body);
  t.equal(documentBy(prepare, 'renditions', 'nobody-said-so'), null);
});
