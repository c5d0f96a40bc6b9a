// Finds what the files no longer hold, so that it is removed with --prune.
import type { Database } from '../database/open.ts';
import { originOf } from './files.ts';

/** Marks as removed each record that came from a file at or under these paths and was not read this time. */
export function markRemoved(database: Database, paths: readonly string[]): void {
  const mark = database.prepare(`
    INSERT OR IGNORE INTO removed
    SELECT kind, id, origin FROM record
    WHERE (origin = :origin OR substr(origin, 1, length(:folder)) = :folder)
      AND NOT EXISTS (
        SELECT 1 FROM staged
        WHERE staged.id = record.id AND staged.kind = record.kind
          AND namespace = CASE WHEN record.kind IN ('person', 'organization') THEN 'agent' ELSE record.kind END
      )`);
  for (const path of paths) {
    const origin = originOf(path);
    mark.run({ origin, folder: origin === '' ? '' : `${origin}/` });
  }
}
