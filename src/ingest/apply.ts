// Writes what is new or changed beside what was taken over from the old database.

import { type Kind, kinds } from '../records/references.ts';
import type { Database } from '../sqlite/open.ts';
import { type Pause, recordsBetweenPauses } from './pause.ts';
import type { RecordOf } from './records.ts';
import type { Reporter } from './reporter.ts';
import type { Resolver } from './resolver.ts';
import { rowWriter } from './rows.ts';
import type { Staging } from './staging.ts';

/** Writes everything that is staged. What refers to it is checked when all is there. */
export async function applyStaged(
  database: Database,
  staging: Staging,
  resolver: Resolver,
  reporter: Reporter,
  pause: Pause,
): Promise<void> {
  refuseTakenIds(database, reporter);
  const write = rowWriter(database, resolver, reporter);
  const remember = database.prepare('INSERT INTO record VALUES (?, ?, ?, ?, ?)');
  let written = 0;
  for (const kind of kinds) {
    for (const { id, text, digest, origin } of staging.waiting(kind)) {
      write(kind, JSON.parse(text) as RecordOf<typeof kind>); // checked when it was staged
      remember.run(kind, id, digest, origin, text);
      written += 1;
      if (written % recordsBetweenPauses === 0) await pause(recordsBetweenPauses);
    }
  }
  await pause(written % recordsBetweenPauses);
}

/** Remembers the file of what did not change but stands in another file now. */
export function rememberMoves(database: Database, staging: Staging): void {
  const update = database.prepare('UPDATE record SET origin = ? WHERE kind = ? AND id = ?');
  for (const { kind, id, origin } of staging.moved()) update.run(origin, kind, id);
}

/** A person cannot have the id of an organization that stays in the database, nor the other way round. */
function refuseTakenIds(database: Database, reporter: Reporter): void {
  const taken = database
    .prepare(
      `SELECT staged.kind, staged.id, record.kind AS other FROM staged
       JOIN record ON record.id = staged.id AND record.kind <> staged.kind
       WHERE namespace = 'agent' AND record.kind IN ('person', 'organization') AND staged.text IS NOT NULL`,
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
