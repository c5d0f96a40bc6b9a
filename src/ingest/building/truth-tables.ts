// The tables of the truth, each with the column that names the record to which a row belongs.
import { namespaceOf } from '../records.ts';

/** A table with the ids of its rows' records, and which records share these ids. */
export interface TruthTable {
  table: string;
  namespace: string;
  owner: string;
}

const tablesOf = (namespace: string, tables: Record<string, string>): TruthTable[] =>
  Object.entries(tables).map(([table, owner]) => ({ table, namespace, owner }));

/** In the order in which they are filled; the quotes of renditions follow from what is there of those. */
export const truthTables: readonly TruthTable[] = [
  ...tablesOf(namespaceOf('person'), {
    agent: 'id',
    person: 'id',
    organization: 'id',
    agent_name: 'agent',
    agent_alias: 'agent',
    person_role: 'person',
    person_role_title: 'person',
  }),
  ...tablesOf('place', { place: 'id', place_name: 'place', place_alias: 'place' }),
  ...tablesOf('topic', { topic: 'id', topic_name: 'topic', topic_description: 'topic' }),
  ...tablesOf('event', {
    event: 'id',
    event_name: 'event',
    event_participant: 'event',
    event_participant_role: 'event',
  }),
  ...tablesOf('source', { source: 'id', source_name: 'source', source_paragraph: 'source' }),
  ...tablesOf('statement', {
    statement: 'id',
    statement_gist: 'statement',
    statement_speaker: 'statement',
    statement_addressee: 'statement',
    statement_topic: 'statement',
    statement_mention: 'statement',
    rendition: 'statement',
  }),
  ...tablesOf('claim', { claim: 'id', claim_text: 'claim' }),
];
