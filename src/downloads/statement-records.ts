// Reads statements with their renditions, and claims, back from the truth as the records that they came from.
import type { Prepare } from '../database/prepare.ts';
import type { RecordOf } from '../ingest/records.ts';
import { formerly, listOf, rowsOf, textsOf } from './record-parts.ts';

type Statement = RecordOf<'statement'>;

interface StatementRow extends Pick<Statement, 'id' | 'event' | 'place'> {
  said_on: string | null;
}

export function* statementRecords(prepare: Prepare): Iterable<Statement> {
  const ids = (column: 'speaker' | 'addressee' | 'topic', id: string) =>
    listOf(prepare, `SELECT ${column} FROM statement_${column} WHERE statement = ? ORDER BY position`, id);
  for (const { id, said_on, event, place } of rowsOf<StatementRow>(prepare, 'statement')) {
    yield {
      id,
      formerly: formerly(prepare, 'statement', id),
      speakers: ids('speaker', id),
      gist: textsOf(prepare, 'SELECT language, gist FROM statement_gist WHERE statement = ?', id),
      saidOn: said_on,
      event,
      place,
      addressees: ids('addressee', id),
      topics: ids('topic', id),
      mentions: listOf(prepare, mentionQuery, id),
      renditions: renditionsOf(prepare, id),
    };
  }
}

/** A reference as it was written: an id, or with its kind before it. One of the columns is filled. */
function written(qualified: string, columns: Record<string, string>): string {
  const prefixes = Object.entries(columns).map(([kind, column]) => {
    const prefix = kind === 'agent' ? "agent.kind || '/'" : `'${kind}/'`;
    return `WHEN ${column} IS NOT NULL THEN ${prefix}`;
  });
  const id = `coalesce(${Object.values(columns).join(', ')})`;
  return `iif(${qualified}, CASE ${prefixes.join(' ')} END, '') || ${id}`;
}

const mentioned = { agent: 'agent', place: 'place', event: 'event' };

const mentionQuery = `
  SELECT ${written('qualified', mentioned)} FROM statement_mention LEFT JOIN agent ON agent.id = agent
  WHERE statement = ? ORDER BY position`;

type Rendition = Statement['renditions'][number];

interface RenditionRow extends Omit<Rendition, 'cue' | 'quotes' | 'start' | 'end'> {
  cue: string | null;
  cue_lemma: string | null;
  start_offset: number;
  end_offset: number;
}

function renditionsOf(prepare: Prepare, statement: string): Rendition[] {
  const rows = prepare('SELECT * FROM rendition WHERE statement = ? ORDER BY position').all(statement);
  const quotes = prepare(
    'SELECT text, start_offset AS start, end_offset AS end FROM rendition_quote WHERE rendition = ? ORDER BY position',
  );
  return (rows as RenditionRow[]).map((row) => {
    const { id, source, via, mode, cue: text, cue_lemma: lemma, language, paragraph, note } = row;
    const cue = text !== null && lemma !== null ? { text, lemma } : null;
    const span = { paragraph, start: row.start_offset, end: row.end_offset };
    return {
      id,
      source,
      via,
      mode,
      cue,
      language,
      quotes: quotes.all(id) as Rendition['quotes'],
      ...span,
      note,
    };
  });
}

type Claim = RecordOf<'claim'>;

interface ClaimRow
  extends Pick<Claim, 'id' | 'event' | 'attribute' | 'source' | 'via' | 'paragraph' | 'note'> {
  type: Claim['value']['type'];
  moment: string;
  amount: number;
  unit: string | null;
  precision: 'exact' | 'approximate' | 'nearly' | 'over';
  attributed_to: string | null;
  start_offset: number;
  end_offset: number;
  reference: string;
}

export function* claimRecords(prepare: Prepare): Iterable<Claim> {
  for (const row of prepare(claimQuery).iterate() as Iterable<ClaimRow>) {
    const { id, event, attribute, attributed_to: attributedTo, source, via, paragraph, note } = row;
    const span = { paragraph, start: row.start_offset, end: row.end_offset };
    const shared = { id, formerly: formerly(prepare, 'claim', id), event, attribute };
    yield { ...shared, value: claimValue(prepare, row), attributedTo, source, via, ...span, note };
  }
}

const claimed = {
  agent: 'reference_agent',
  place: 'reference_place',
  event: 'reference_event',
  topic: 'reference_topic',
};

const claimQuery = `
  SELECT claim.*, coalesce(${written('reference_qualified', claimed)}, '') AS reference
  FROM claim LEFT JOIN agent ON agent.id = reference_agent ORDER BY claim.id`;

function claimValue(
  prepare: Prepare,
  { id, type, moment, amount, unit, precision, reference }: ClaimRow,
): Claim['value'] {
  switch (type) {
    case 'duration':
    case 'date':
      return { type, value: moment, precision };
    case 'count':
      return { type, value: amount, unit, precision };
    case 'text':
      return { type, value: textsOf(prepare, 'SELECT language, text FROM claim_text WHERE claim = ?', id) };
    case 'reference':
      return { type, value: reference };
  }
}
