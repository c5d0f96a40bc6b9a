// Brings the truth tables up to what was staged: removed records go, changed ones are written anew, new ones added.
import type { Database } from '../database/open.ts';
import { type Kind, kinds } from '../references.ts';
import type { Pause } from './pause.ts';
import type { RecordOf } from './records.ts';
import type { Reporter } from './reporter.ts';
import type { Resolver } from './resolver.ts';
import { rowWriter } from './rows.ts';
import type { Staging } from './staging.ts';

/** Each kind's own table and the tables that hold the rest of its records; further ones follow by cascade. */
const childTables: Record<Kind, [table: string, owner: string][]> = {
  person: [
    ['agent_name', 'agent'],
    ['agent_alias', 'agent'],
    ['person_role', 'person'],
  ],
  organization: [
    ['agent_name', 'agent'],
    ['agent_alias', 'agent'],
  ],
  place: [
    ['place_name', 'place'],
    ['place_alias', 'place'],
  ],
  topic: [
    ['topic_name', 'topic'],
    ['topic_description', 'topic'],
  ],
  event: [
    ['event_name', 'event'],
    ['event_participant', 'event'],
  ],
  source: [
    ['source_name', 'source'],
    ['source_paragraph', 'source'],
  ],
  statement: [
    ['statement_gist', 'statement'],
    ['statement_speaker', 'statement'],
    ['statement_addressee', 'statement'],
    ['statement_topic', 'statement'],
    ['statement_mention', 'statement'],
    ['rendition', 'statement'],
  ],
  claim: [['claim_text', 'claim']],
};

/** Writes everything that is staged. What refers to it is checked by deferred foreign keys, and by our own rules. */
export async function applyStaged(
  database: Database,
  staging: Staging,
  resolver: Resolver,
  reporter: Reporter,
  pause: Pause,
): Promise<void> {
  deleteRemoved(database);
  refuseTakenIds(database, reporter);
  for (const kind of kinds) clearChanged(database, kind);
  const write = rowWriter(database, resolver, reporter);
  const remember = database.prepare(
    `INSERT INTO record (kind, id, digest, origin) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET digest = excluded.digest, origin = excluded.origin`,
  );
  let written = 0;
  for (const kind of kinds) {
    for (const { id, text, digest, origin } of staging.waiting(kind)) {
      write(kind, JSON.parse(text) as RecordOf<typeof kind>); // checked when it was staged
      remember.run(kind, id, digest, origin);
      written += 1;
      if (written % 500 === 0) await pause(500);
    }
  }
  await pause(written % 500);
}

/** Remembers the file of what did not change but stands in another file now. */
export function rememberMoves(database: Database, staging: Staging): void {
  const update = database.prepare('UPDATE record SET origin = ? WHERE kind = ? AND id = ?');
  for (const { kind, id, origin } of staging.moved()) update.run(origin, kind, id);
}

/** A person or organization goes from `agent`, and from there its own row by cascade. */
function deleteRemoved(database: Database): void {
  for (const kind of kinds) {
    const table = kind === 'person' || kind === 'organization' ? 'agent' : kind;
    const removed = `SELECT id FROM removed WHERE kind = '${kind}'`;
    database.exec(`DELETE FROM ${table} WHERE id IN (${removed})`);
    database.exec(`DELETE FROM retired_id WHERE kind = '${kind}' AND successor IN (${removed})`);
    database.exec(`DELETE FROM record WHERE kind = '${kind}' AND id IN (${removed})`);
  }
}

/** The rows under a changed record are written anew; its own row stays, because others refer to it. */
function clearChanged(database: Database, kind: Kind): void {
  const changed = `SELECT id FROM staged WHERE kind = '${kind}' AND status = 'changed'`;
  for (const [table, owner] of childTables[kind]) {
    database.exec(`DELETE FROM ${table} WHERE ${owner} IN (${changed})`);
  }
  database.exec(`DELETE FROM retired_id WHERE kind = '${kind}' AND successor IN (${changed})`);
}

/** A person cannot have the id of an organization that stays in the database, nor the other way round. */
function refuseTakenIds(database: Database, reporter: Reporter): void {
  const taken = database
    .prepare(
      `SELECT staged.kind, staged.id, record.kind AS other FROM staged
       JOIN record ON record.id = staged.id AND record.kind <> staged.kind
       WHERE namespace = 'agent' AND record.kind IN ('person', 'organization') AND text IS NOT NULL`,
    )
    .all() as { kind: Kind; id: string; other: Kind }[];
  for (const { kind, id, other } of taken) {
    const message = `'${id}' is the ${other} from ${reporter.fileOf(other, id)}; choose another id, or remove that one with --prune`;
    reporter.report(kind, id, { path: ['id'], message });
  }
  const refuse = database.prepare(
    "UPDATE staged SET status = 'faulty', text = NULL WHERE kind = ? AND id = ?",
  );
  for (const { kind, id } of taken) refuse.run(kind, id);
}
