// The number of the read model's format: it must change with what the ingest derives from the same records.
import { createHash } from 'node:crypto';
import t from 'tap';
import { release } from '../../src/project.ts';
import { openForReading } from '../../src/sqlite/open.ts';
import { derivation, formatVersion } from '../../src/store/derivation.ts';
import { seedsDatabase } from '../support/prepared.ts';

/** What was derived from the seeds: of which version of them, in which format, and a digest of all tables. */
const known = {
  formatVersion: 18,
  seeds: 'f4d70a32101b095d',
  digest: '1bc37ffd8ef42f9e3056b9876f5fd75dff1946e30d56787fabaef795eecf92fa',
};

/** Tables that hold when something was ingested, or statistics of SQLite. */
const others = /^(?:dataset|dataset_state|document_digest|document_change|migration|sqlite_.*)$/;

t.test('the read model of the seeds is the one that is known for this format', async (t) => {
  const database = openForReading(seedsDatabase);
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all() as string[];
  const hash = createHash('sha256');
  for (const table of tables.filter((name) => !others.test(name))) {
    for (const row of database.prepare(`SELECT * FROM ${table}`).raw().iterate() as Iterable<unknown[]>)
      hash.update(JSON.stringify([table, row]));
  }
  const seeds = database.prepare('SELECT version FROM dataset').pluck().get();
  database.close();
  const found = { formatVersion, seeds, digest: hash.digest('hex') };
  const isBumpDue = found.seeds === known.seeds && found.formatVersion === known.formatVersion;
  t.same(
    found,
    known,
    isBumpDue
      ? 'the ingest derives something else from the same seeds: increase formatVersion in src/store/derivation.ts, and note what was found here'
      : 'the seeds or the format changed: note what was found here',
  );
});

t.test('it distinguishes releases', async (t) => t.match(derivation, release));
