// The kinds of records that can be ingested, each with the schema that its records satisfy.
import type { z } from 'zod';
import { claimRecord } from '../claims/schema.ts';
import { eventRecord } from '../events/schema.ts';
import { organizationRecord } from '../organizations/schema.ts';
import { personRecord } from '../people/schema.ts';
import { placeRecord } from '../places/schema.ts';
import type { Kind } from '../references.ts';
import { sourceRecord } from '../sources/schema.ts';
import { statementRecord } from '../statements/schema.ts';
import { topicRecord } from '../topics/schema.ts';

/** The schema that each kind's records are checked against. */
export const recordSchemas = {
  person: personRecord,
  organization: organizationRecord,
  place: placeRecord,
  topic: topicRecord,
  event: eventRecord,
  source: sourceRecord,
  statement: statementRecord,
  claim: claimRecord,
} as const satisfies Record<Kind, z.ZodType>;

/** A checked record of one kind, with defaults filled in. */
export type RecordOf<K extends Kind> = z.output<(typeof recordSchemas)[K]>;

/** A checked record of any kind. */
export type AnyRecord = { [K in Kind]: RecordOf<K> }[Kind];

/** People and organizations share one set of ids, because either can speak; every other kind has its own. */
export const namespaceOf = (kind: Kind): string =>
  kind === 'person' || kind === 'organization' ? 'agent' : kind;
