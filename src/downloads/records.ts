// The whole dataset as NDJSON: every record as the ingest reads it, written out from the truth.
import type { Prepare } from '../database/prepare.ts';
import type { RecordOf } from '../ingest/records.ts';
import { type Kind, kinds } from '../references.ts';
import { eventRecords, sourceRecords } from './occasion-records.ts';
import { claimRecords, statementRecords } from './statement-records.ts';
import { organizationRecords, personRecords, placeRecords, topicRecords } from './vocabulary-records.ts';

const records: { [K in Kind]: (prepare: Prepare) => Iterable<RecordOf<K>> } = {
  person: personRecords,
  organization: organizationRecords,
  place: placeRecords,
  topic: topicRecords,
  event: eventRecords,
  source: sourceRecords,
  statement: statementRecords,
  claim: claimRecords,
};

/** One record a line; kinds in the order in which they are loaded, records by id. */
export function* recordLines(prepare: Prepare): Generator<string> {
  for (const kind of kinds) {
    for (const record of records[kind](prepare)) yield `${JSON.stringify({ kind, record })}\n`;
  }
}
