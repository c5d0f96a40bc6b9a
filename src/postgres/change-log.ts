// Reads the log of changes: the net effect of all that was logged between two revisions.
import type { ChangePosition, ChangeSpan, DocumentChange, Revision } from '../store/changes.ts';
import type { ChangeLog } from '../store/store.ts';
import { type ChangesAsked, changesCount, changesPage, latestChanges } from './change-statements.ts';
import * as statements from './statements.ts';
import type { Version } from './version.ts';

/** Changes of a batch. */
const batchSize = 1_000;

/** No revision has a higher number. */
const lastPlace = 2 ** 31 - 1;

/** Opens the log of a version. */
export function changeLogOf({ reader }: Version): ChangeLog {
  const first = async <Row>(statement: statements.Statement, values: readonly unknown[] = []) =>
    (await reader.rows<Row>(statement, values))[0];
  const newest = async () => (await first<Revision>(statements.newestRevision)) as Revision;

  /** The number of the oldest revision from which the log is complete. */
  const oldest = async () => (await first<{ number: number }>(statements.oldestRevision))?.number ?? 0;

  const page = (span: ChangeSpan, after: ChangePosition | null, limit: number): Promise<DocumentChange[]> => {
    const place = [after?.place ?? 0, after?.collection ?? '', after?.id ?? ''];
    return reader.rows<DocumentChange>(changesPage(kindOf(span)), [...valuesOf(span), ...place, limit]);
  };

  return {
    newest,
    revision: async (number) => (await first<Revision>(statements.revisionByNumber, [number])) ?? newest(),
    ofVersion: async (version) =>
      (await first<Revision>(statements.revisionOfVersion, [version, await oldest()])) ?? null,
    async at(moment) {
      const [found = null, complete] = await Promise.all([
        first<Revision>(statements.revisionAt, [moment]),
        oldest(),
      ]);
      return found === null || found.number >= complete ? found : undefined;
    },
    async versions(limit) {
      const rows = await reader.rows<{ version: string }>(statements.latestVersions, [await oldest(), limit]);
      return rows.map(({ version }) => version);
    },
    page,
    count: async (span) =>
      (await first<{ count: number }>(changesCount(kindOf(span)), valuesOf(span)))?.count ?? 0,
    latest({ base, to, collections }, after, limit) {
      const place = [after?.place ?? lastPlace, after?.collection ?? '', after?.id ?? ''];
      return reader.rows<DocumentChange>(latestChanges, [base, to, collections, ...place, limit]);
    },
    async *everything(span, after) {
      let position = after;
      let batch: DocumentChange[];
      do {
        batch = await page(span, position, batchSize);
        if (batch.length > 0) yield batch;
        position = batch.at(-1) ?? null;
      } while (batch.length === batchSize);
    },
  };
}

const kindOf = ({ base, asks }: ChangeSpan): ChangesAsked => ({ isFromStart: base === 0, asks });

const valuesOf = ({ base, to, collections }: ChangeSpan): unknown[] => [base, to, collections];
