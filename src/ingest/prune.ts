// Finds what the files no longer hold, so that it is removed with --prune.
import type { Database } from '../sqlite/open.ts';
import { isUnder } from './file-names.ts';

/** Marks as removed each record of the old database that came from a file at or under these paths and was not read this time. */
export function markRemoved(database: Database, paths: readonly string[]): void {
  const origins = database.prepare('SELECT DISTINCT origin FROM old.record').pluck().all() as string[];
  const mark = database.prepare(`
    INSERT INTO removed
    SELECT kind, id, origin FROM old.record AS record
    WHERE origin = ? AND NOT EXISTS (
      SELECT 1 FROM staged
      WHERE staged.id = record.id AND staged.kind = record.kind
        AND namespace = CASE WHEN record.kind IN ('person', 'organization') THEN 'agent' ELSE record.kind END
    )`);
  for (const origin of origins.filter((each) => paths.some((given) => isUnder(given, each))))
    mark.run(origin);
}
