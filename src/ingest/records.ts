// The kinds of records that can be ingested, each with the schema that its records satisfy.
import type { z } from 'zod';
import type { Kind } from '../records/references.ts';
import { claimRecord } from '../resources/claims/schema.ts';
import { eventRecord } from '../resources/events/schema.ts';
import { organizationRecord } from '../resources/organizations/schema.ts';
import { personRecord } from '../resources/people/schema.ts';
import { placeRecord } from '../resources/places/schema.ts';
import { sourceRecord } from '../resources/sources/schema.ts';
import { statementRecord } from '../resources/statements/schema.ts';
import { topicRecord } from '../resources/topics/schema.ts';

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
