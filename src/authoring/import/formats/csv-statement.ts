// Makes a statement and its rendition of one row of a CSV.
import type { Kind } from '../../../records/kinds.ts';
import { entityOf, type Named, namedIn, outletOf, sourceOf } from '../entities.ts';
import { LeftOut } from '../importing.ts';
import type { Report, Said, Statements } from '../statements.ts';
import { dateFrom, oneLine, withoutMarks } from '../texts.ts';
import { mentionsOf } from './csv-mentions.ts';
import type { NamedInRow, Row, RowInFile, RowInLanguage } from './csv-row.ts';

/** Makes the records of one row. What cannot be had of it is told; without a speaker or words the row is left out. */
export function importRow(at: RowInFile, fileName: string, statements: Statements): void {
  const { row, line, importing } = at;
  const language = row.text('renditions.language') ?? importing.language(line);
  const here = { ...at, language };
  const gist = row.texts('gist', language);
  const quotes = quotesOf(row);
  if (quotes.length === 0 && Object.keys(gist).length === 0)
    throw new LeftOut('says nothing: both the quotation and the gist are empty');
  const speakers = agentsIn(here, 'speakers');
  if (speakers.length === 0) throw new LeftOut('names no speaker');
  const source = sourceOfRow(here, fileName);
  if (source === null) throw new LeftOut('has no source that can be recorded');
  const said: Said = {
    id: row.text('id'),
    speakers,
    gist,
    saidOn: dateIn(at, 'saidOn'),
    event: recordsIn(here, 'event', () => 'event')[0] ?? null,
    place: recordsIn(here, 'place', () => 'place')[0] ?? null,
    addressees: agentsIn(here, 'addressees'),
    topics: recordsIn(here, 'topics', () => 'topic'),
    mentions: mentionsOf(here),
  };
  statements.add(said, reportOf(here, source, quotes), line);
}

const agentsIn = (here: RowInLanguage, field: string): string[] =>
  recordsIn(here, field, ({ kind }) => (kind === 'organization' ? kind : 'person'));

/** The ids of the records that a field names. */
function recordsIn(
  { row, line, language, importing }: RowInLanguage,
  field: string,
  kindOf: (named: NamedInRow) => Kind,
): string[] {
  return row
    .named(field, language)
    .flatMap((named) => entityOf(importing, kindOf(named), named, line)?.id ?? []);
}

function reportOf(here: RowInLanguage, source: string, quotes: Report['quotes']): Report {
  const { row, line, language, importing } = here;
  const [via] = row.named('renditions.via', language);
  const cue = row.text('renditions.cue.text');
  const note = row.texts('renditions.note', language);
  return {
    id: row.text('renditions.id'),
    source,
    via: via === undefined ? null : outletOf(importing, via, line),
    mode: row.text('renditions.mode') ?? (quotes.length > 0 ? 'direct' : 'indirect'),
    cue: cue === null ? null : { text: cue, lemma: row.text('renditions.cue.lemma') ?? cue },
    language,
    ...placed(here, source, quotes),
    note: Object.keys(note).length > 0 ? note : null,
  };
}

/**
 * The quotations, and where the passage stands in its source. A source that the import makes has no text, so that nothing has a
 * place in it, which is told.
 */
function placed(
  { row, importing }: RowInFile,
  source: string,
  quotes: Report['quotes'],
): Pick<Report, 'quotes' | 'position' | 'excerpt'> {
  const position = spanIn(row, 'renditions', ['paragraph', 'start', 'end'] as const);
  const text = row.exactText('renditions.excerpt.text');
  const span = spanIn(row, 'renditions.excerpt', ['start', 'end'] as const);
  const excerpt = text === null || span === null ? null : { text, ...span };
  if (importing.drafts.get('source', source) === null) return { quotes, position, excerpt };
  if (position !== null) {
    const why = 'the import makes their source without its text; name the records that hold it with --known';
    importing.tally.leaveOut('positions in a text', why);
  }
  return { quotes: quotes.map(({ text }) => ({ text })), position: null, excerpt: null };
}

/** Whole numbers of several columns; null where one of them is missing. */
function spanIn<Name extends string>(
  row: Row,
  field: string,
  names: readonly Name[],
): Record<Name, number> | null {
  const numbers = names.map((name) => [name, row.number(`${field}.${name}`)] as const);
  if (numbers.some(([, value]) => value === undefined)) return null;
  return Object.fromEntries(numbers) as Record<Name, number>;
}

/** The quotations of a row, each without the marks around it, with its place where the row has that. */
function quotesOf(row: Row): Report['quotes'] {
  const [starts, ends] = [row.list('renditions.quotes.start'), row.list('renditions.quotes.end')];
  return row.quotations().map((written, at) => {
    const text = row.isOurs ? written : withoutMarks(oneLine(written));
    const [start, end] = [starts[at] ?? '', ends[at] ?? ''];
    return start === '' || end === '' ? { text } : { text, start: Number(start), end: Number(end) };
  });
}

/** The source of a row; where it names none, the file itself. */
function sourceOfRow(here: RowInLanguage, fileName: string): string | null {
  const { row, line, language, importing } = here;
  const [named] = row.named('renditions.source', language);
  const [outlet = null] = row.named('renditions.source.outlet', language);
  const url = row.text('renditions.source.url');
  const isKnown = named !== undefined || url !== null || outlet !== null;
  if (!isKnown) importing.tally.note('a row names no source: the file itself is its source');
  const none: Named = { id: null, names: {} };
  const from = named ?? (url === null ? (outlet ?? namedIn(language, fileName)) : none);
  const publishedOn = dateIn(here, 'renditions.source.publishedOn');
  return sourceOf(importing, { ...from, id: named?.id ?? null, url, outlet, publishedOn, language }, line);
}

function dateIn({ row, line, importing }: RowInFile, field: string): string | null {
  const written = row.text(field);
  const date = written === null ? null : dateFrom(written, importing.settings.dates);
  if (written !== null && date === null) {
    const way = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(written)
      ? 'add --dates dmy or --dates mdy'
      : 'write 2025-08-15';
    importing.problem(line, field, `'${written}' is no date that is read; ${way}; it is left out`);
  }
  return date;
}
