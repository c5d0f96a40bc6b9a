// The rows of statements with their renditions, and of claims.
import type { Kind } from '../records/references.ts';
import type { RecordOf } from './records.ts';
import { claimable, mentionable } from './resolver.ts';
import { type RowContext, writeTexts } from './rows.ts';

export function statementRows(statement: RecordOf<'statement'>, context: RowContext): void {
  const { id, saidOn, event, place } = statement;
  const { run } = context;
  run('INSERT INTO statement (id, said_on, event, place) VALUES (?, ?, ?, ?)', id, saidOn, event, place);
  writeTexts(run, 'INSERT INTO statement_gist VALUES (?, ?, ?)', [id], statement.gist);
  for (const [at, speaker] of statement.speakers.entries()) {
    run('INSERT INTO statement_speaker VALUES (?, ?, ?)', id, at, speaker);
  }
  for (const [at, addressee] of statement.addressees.entries()) {
    run('INSERT INTO statement_addressee VALUES (?, ?, ?)', id, at, addressee);
  }
  for (const [at, topic] of statement.topics.entries()) {
    run('INSERT INTO statement_topic VALUES (?, ?, ?)', id, at, topic);
  }
  for (const [at, mention] of statement.mentions.entries()) writeMention(id, at, mention, context);
  for (const [at, rendition] of statement.renditions.entries()) writeRendition(id, at, rendition, context);
}

function writeMention(
  statement: string,
  at: number,
  mention: string,
  { run, resolver, reporter }: RowContext,
): void {
  const meant = resolver.resolve(mention, mentionable);
  if (meant === 'unknown') return;
  if (!('kind' in meant)) {
    reporter.report('statement', statement, { path: ['mentions', at], message: complaintOf(meant) });
    return;
  }
  const { agent, place, event } = referenceColumns(meant);
  run(
    'INSERT INTO statement_mention VALUES (?, ?, ?, ?, ?, ?)',
    ...[statement, at, agent, place, event, isQualified(mention)],
  );
}

function writeRendition(
  statement: string,
  at: number,
  rendition: RecordOf<'statement'>['renditions'][number],
  { run, reporter }: RowContext,
): void {
  const { id, source, via, mode, cue, language, paragraph, start, end, note } = rendition;
  const isWritten = run(
    'INSERT INTO rendition VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
    ...[id, statement, at, source, via, mode, cue?.text ?? null, cue?.lemma ?? null, language],
    ...[paragraph, start, end, note],
  );
  if (!isWritten) {
    const message = `rendition '${id}' stands twice; give each its own id`;
    reporter.report('statement', statement, { path: ['renditions', at, 'id'], message });
    return;
  }
  for (const [position, quote] of rendition.quotes.entries()) {
    run(
      'INSERT INTO rendition_quote VALUES (?, ?, ?, ?, ?)',
      id,
      position,
      quote.text,
      quote.start,
      quote.end,
    );
  }
}

/** Whether a reference is written with its kind; kept, so that the record can be written out as it came. */
const isQualified = (written: string): 0 | 1 => (written.includes('/') ? 1 : 0);

const complaintOf = (meant: { missing: string } | { ambiguous: string }): string =>
  'missing' in meant ? meant.missing : meant.ambiguous;

export function claimRows(claim: RecordOf<'claim'>, context: RowContext): void {
  const { id, value } = claim;
  const { run, resolver, reporter } = context;
  const meant = value.type === 'reference' ? resolver.resolve(value.value, claimable) : null;
  if (meant === 'unknown') return;
  if (meant !== null && !('kind' in meant)) {
    reporter.report('claim', id, { path: ['value', 'value'], message: complaintOf(meant) });
    return;
  }
  const { agent, place, event, topic } = referenceColumns(meant);
  const { moment, amount, unit, precision } = valueColumns(value);
  const qualified = value.type === 'reference' ? isQualified(value.value) : 0;
  run(
    'INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[
      id,
      claim.event,
      claim.attribute,
      value.type,
      moment,
      amount,
      unit,
      precision,
      agent,
      place,
      event,
      topic,
    ],
    ...[claim.attributedTo, claim.source, claim.via, claim.paragraph, claim.start, claim.end, claim.note],
    qualified,
  );
  if (value.type === 'text') writeTexts(run, 'INSERT INTO claim_text VALUES (?, ?, ?)', [id], value.value);
}

/** Which column holds a reference, by the kind of what it leads to. */
function referenceColumns(meant: { kind: Kind; id: string } | null) {
  const only = (...kinds: Kind[]) => (meant !== null && kinds.includes(meant.kind) ? meant.id : null);
  return {
    agent: only('person', 'organization'),
    place: only('place'),
    event: only('event'),
    topic: only('topic'),
  };
}

function valueColumns(value: RecordOf<'claim'>['value']) {
  const moment = value.type === 'duration' || value.type === 'date' ? value.value : null;
  const amount = value.type === 'count' ? value.value : null;
  const unit = value.type === 'count' ? value.unit : null;
  const precision = 'precision' in value ? value.precision : null;
  return { moment, amount, unit, precision };
}
