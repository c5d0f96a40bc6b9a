// Checks what may be there only once: an article, a retired id.

import type { Kind } from '../../records/references.ts';
import type { Database } from '../../sqlite/open.ts';
import type { Reporter } from '../reporter.ts';

/** Reports sources that are one and the same file, and retired ids that are in use. */
export function checkUniqueness(database: Database, reporter: Reporter): void {
  for (const field of ['file', 'sha256'] as const) checkSources(database, reporter, field);
  checkRetired(database, reporter);
}

function checkSources(database: Database, reporter: Reporter, field: 'file' | 'sha256'): void {
  const rows = database
    .prepare(
      `SELECT source.id, first FROM source
       JOIN (SELECT ${field} AS value, min(id) AS first FROM source GROUP BY ${field} HAVING count(*) > 1)
         ON value = source.${field}
       WHERE source.id <> first LIMIT 1000`,
    )
    .all() as { id: string; first: string }[];
  for (const { id, first } of rows) {
    const message = `the same ${field} as ${reporter.nameWithPlace('source', first)}; keep one of the two`;
    reporter.report('source', id, { path: [field], message });
  }
}

function checkRetired(database: Database, reporter: Reporter): void {
  const rows = database
    .prepare(
      `SELECT retired_id.kind, retired, successor, record.kind AS holder FROM retired_id
       JOIN record ON record.id = retired
         AND (record.kind = retired_id.kind
           OR (record.kind IN ('person', 'organization') AND retired_id.kind IN ('person', 'organization')))
       LIMIT 1000`,
    )
    .all() as { kind: Kind; retired: string; successor: string; holder: Kind }[];
  for (const { kind, retired, successor, holder } of rows) {
    const message = `'${retired}' is retired here but in use by ${reporter.nameWithPlace(holder, retired)}; keep one of the two`;
    reporter.report(kind, successor, { path: ['formerly'], message });
  }
}
