// Every column of the truth that refers to another record, with the field of the seeds that fills it.
import type { Kind } from '../../records/references.ts';
import type { FieldPath } from '../problems.ts';

/** A column that refers to a record of one of the target kinds. */
export interface ReferenceColumn {
  /** The kind of the record that refers. */
  owner: Kind;
  table: string;
  /** The column with the id of the record that refers. */
  idColumn: string;
  /** The column with the index in the list, where the field is one. */
  positionColumn?: string;
  column: string;
  targetTable: string;
  target: readonly Kind[];
  isOutlet?: boolean;
  /** The field of the record, given the index. */
  path: (position: number) => FieldPath;
}

const agent = { targetTable: 'agent', target: ['person', 'organization'] } as const;
const person = { targetTable: 'person', target: ['person'] } as const;
const organization = { targetTable: 'organization', target: ['organization'] } as const;
const outlet = { ...organization, isOutlet: true } as const;
const place = { targetTable: 'place', target: ['place'] } as const;
const topic = { targetTable: 'topic', target: ['topic'] } as const;
const event = { targetTable: 'event', target: ['event'] } as const;
const source = { targetTable: 'source', target: ['source'] } as const;

type Target = Pick<ReferenceColumn, 'targetTable' | 'target' | 'isOutlet'>;

/** A field of the record itself. */
const field = (owner: Kind, column: string, target: Target, ...path: string[]): ReferenceColumn => ({
  ...{ owner, table: owner, idColumn: 'id', column, ...target, path: () => path },
});

/** A field of a list under the record. */
const inList = (
  owner: Kind,
  table: string,
  column: string,
  target: Target,
  list: string,
  ...rest: string[]
) => ({
  ...{ owner, table, idColumn: owner, positionColumn: 'position', column, ...target },
  path: (position: number) => [list, position, ...rest],
});

export const referenceColumns: readonly ReferenceColumn[] = [
  inList('person', 'person_role', 'organization', organization, 'roles', 'organization'),
  field('place', 'within', place, 'within'),
  field('topic', 'broader', topic, 'broader'),
  field('event', 'part_of', event, 'partOf'),
  field('event', 'place', place, 'place'),
  inList('event', 'event_participant', 'person', person, 'participants', 'person'),
  inList('event', 'event_participant', 'delegation', place, 'participants', 'delegation'),
  field('source', 'outlet', outlet, 'outlet'),
  field('source', 'dateline_place', place, 'dateline', 'place'),
  field('statement', 'event', event, 'event'),
  field('statement', 'place', place, 'place'),
  inList('statement', 'statement_speaker', 'speaker', agent, 'speakers'),
  inList('statement', 'statement_addressee', 'addressee', agent, 'addressees'),
  inList('statement', 'statement_topic', 'topic', topic, 'topics'),
  inList('statement', 'statement_mention', 'agent', agent, 'mentions'),
  inList('statement', 'statement_mention', 'place', place, 'mentions'),
  inList('statement', 'statement_mention', 'event', event, 'mentions'),
  inList('statement', 'rendition', 'source', source, 'renditions', 'source'),
  inList('statement', 'rendition', 'via', outlet, 'renditions', 'via'),
  field('claim', 'event', event, 'event'),
  field('claim', 'attributed_to', agent, 'attributedTo'),
  field('claim', 'source', source, 'source'),
  field('claim', 'via', outlet, 'via'),
  field('claim', 'reference_agent', agent, 'value', 'value'),
  field('claim', 'reference_place', place, 'value', 'value'),
  field('claim', 'reference_event', event, 'value', 'value'),
  field('claim', 'reference_topic', topic, 'value', 'value'),
];
