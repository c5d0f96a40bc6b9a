// Checks all records of the new database together.

import { definitionOf } from '../../resources/registry.ts';
import type { RecordOrder } from '../load/record-order.ts';
import { allRecords } from '../load/stored-records.ts';
import { type Pause, recordsBetweenPauses } from '../pause.ts';
import type { Checking } from './checking.ts';
import { CitationCheck } from './citations.ts';
import { ReferenceCheck } from './references.ts';
import { Reporter } from './reporter.ts';
import { TreeCheck } from './trees.ts';
import { UniquenessCheck } from './uniqueness.ts';

/**
 * Reports every rule that records break together. Records that were not read now are checked too. Notes the order of all
 * on the way.
 */
export async function checkTogether(checking: Checking, order: RecordOrder, pause: Pause): Promise<void> {
  const reporter = new Reporter(checking);
  const checks = [
    new ReferenceCheck(checking, reporter),
    new CitationCheck(checking.database, reporter),
    new TreeCheck(reporter),
    new UniquenessCheck(checking, reporter),
  ];
  let checked = 0;
  for (const { row, kind, record } of allRecords(checking.database)) {
    for (const check of checks) check.add(definitionOf[kind], record);
    order.add(definitionOf[kind], record, row);
    checked += 1;
    if (checked % recordsBetweenPauses === 0) await pause(recordsBetweenPauses);
  }
  for (const check of checks) check.finish();
  await pause(checked % recordsBetweenPauses);
}
