// Imports a CSV of quotations: a row for each report of something that somebody said.
import path from 'node:path';
import * as targets from '../../../records/targets.ts';
import { definitionOf, idSpaceOf } from '../../../resources/registry.ts';
import { entityOf, type Named, namedIn, outletOf, sourceOf } from '../entities.ts';
import type { Identity } from '../identities.ts';
import { type Importing, LeftOut, Unreadable } from '../importing.ts';
import { type Report, type Said, Statements } from '../statements.ts';
import { dateFrom, oneLine, withoutMarks } from '../texts.ts';
import { type Column, columnNamed, isOurs } from './csv-columns.ts';
import { Row } from './csv-row.ts';
import { csvRows } from './csv-rows.ts';

/** Reads the file and makes a rendition of each row; rows with the same words of the same speaker join one statement. */
export async function importCsv(file: string, importing: Importing): Promise<void> {
  const statements = new Statements(importing);
  let columns: readonly (Column | null)[] | null = null;
  let isOwn = false;
  for await (const { cells, line } of csvRows(file)) {
    if (columns === null) {
      columns = columnsOf(cells, line, importing);
      isOwn = isOurs(cells);
      continue;
    }
    importing.tally.read('rows');
    const row = new Row(columns, cells, isOwn);
    importing.attempt('row', line, () => importRow(row, line, path.basename(file), importing, statements));
  }
  if (columns === null) throw new Unreadable(1, 1, 'is empty; the first line names the columns');
}

function columnsOf(header: readonly string[], line: number, importing: Importing): (Column | null)[] {
  const { columns: mapped } = importing.settings;
  const names = header.map((name) => name.trim());
  const isOfRenditions = names.includes('statement.id');
  const unknown = [...mapped.keys()].find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new Unreadable(
      line,
      1,
      `has no column '${unknown}', which --map names; its columns are ${names.join(', ')}`,
    );
  }
  const columns = names.map((name) => {
    const field = mapped.get(name);
    const column = field === undefined ? columnNamed(name, isOfRenditions) : columnNamed(field, false);
    if (column === null || !('message' in column)) return column;
    const way = `; --map '${name}=<field>' gives it one`;
    importing.tally.leaveOut(`column '${name}'`, column.message + (column.message.includes('?') ? '' : way));
    return null;
  });
  const has = (field: string): boolean => columns.some((column) => column?.field === field);
  if (!has('speakers')) throw new Unreadable(line, 1, missing('the speaker', 'speaker', names));
  if (!has('renditions.quotes.text') && !has('gist'))
    throw new Unreadable(line, 1, missing('what was said', 'quote', names));
  return columns;
}

const missing = (what: string, field: string, names: readonly string[]): string =>
  `no column holds ${what}; name one '${field}', or say which it is with --map <column>=${field} (columns: ${names.join(', ')})`;

/** Makes the records of one row. What cannot be had of it is told; without a speaker or words the row is left out. */
function importRow(
  row: Row,
  line: number,
  fileName: string,
  importing: Importing,
  statements: Statements,
): void {
  const language = row.text('renditions.language') ?? importing.language(line);
  const agents = (field: string): string[] =>
    row.named(field, language).flatMap((named) => {
      const kind = named.kind === 'organization' ? 'organization' : 'person';
      return entityOf(importing, kind, named, line)?.id ?? [];
    });
  const one = (kind: 'event' | 'place', field: string): string | null =>
    row.named(field, language).flatMap((named) => entityOf(importing, kind, named, line)?.id ?? [])[0] ??
    null;
  const gist = row.texts('gist', language);
  const quotes = quotesOf(row);
  if (quotes.length === 0 && Object.keys(gist).length === 0) {
    throw new LeftOut('says nothing: both the quotation and the gist are empty');
  }
  const speakers = agents('speakers');
  if (speakers.length === 0) {
    throw new LeftOut('names no speaker');
  }
  const source = sourceOfRow(row, line, language, fileName, importing);
  if (source === null) throw new LeftOut('has no source that can be recorded');
  const said: Said = {
    id: row.text('id'),
    speakers,
    gist,
    saidOn: dateIn(row, 'saidOn', line, importing),
    event: one('event', 'event'),
    place: one('place', 'place'),
    addressees: agents('addressees'),
    topics: row
      .named('topics', language)
      .flatMap((named) => entityOf(importing, 'topic', named, line)?.id ?? []),
    mentions: mentionsOf(row, line, language, importing),
  };
  statements.add(said, reportOf(row, line, language, source, quotes, importing), line);
}

function reportOf(
  row: Row,
  line: number,
  language: string,
  source: string,
  quotes: Report['quotes'],
  importing: Importing,
): Report {
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
    ...placed(row, source, quotes, importing),
    note: Object.keys(note).length > 0 ? note : null,
  };
}

/**
 * The quotations, and where the passage stands in its source. A source that the import makes has no text, so that nothing has a
 * place in it, which is told.
 */
function placed(
  row: Row,
  source: string,
  quotes: Report['quotes'],
  importing: Importing,
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
function sourceOfRow(
  row: Row,
  line: number,
  language: string,
  fileName: string,
  importing: Importing,
): string | null {
  const [named] = row.named('renditions.source', language);
  const [outlet = null] = row.named('renditions.source.outlet', language);
  const url = row.text('renditions.source.url');
  const isKnown = named !== undefined || url !== null || outlet !== null;
  if (!isKnown) importing.tally.note('a row names no source: the file itself is its source');
  const none: Named = { id: null, names: {} };
  const from = named ?? (url === null ? (outlet ?? namedIn(language, fileName)) : none);
  const publishedOn = dateIn(row, 'renditions.source.publishedOn', line, importing);
  return sourceOf(importing, { ...from, id: named?.id ?? null, url, outlet, publishedOn, language }, line);
}

/**
 * What a row mentions, as `kind/id`. Without a column of kinds it must be a record that is there; a name that leads to none is
 * left out.
 */
function mentionsOf(row: Row, line: number, language: string, importing: Importing): string[] {
  return row.named('mentions', language).flatMap(({ kind, ...named }) => {
    const mentionable = targets.mentionable.kinds.find((each) => each === kind);
    const found =
      mentionable === undefined
        ? mentionNamed(importing, named, line)
        : entityOf(importing, mentionable, named, line);
    return found === null ? [] : [`${found.kind}/${found.id}`];
  });
}

/** One kind of each space of ids in which a mention can lie. */
const mentionSpaces = [
  ...new Map(targets.mentionable.kinds.map((kind) => [idSpaceOf(definitionOf[kind]), kind])).values(),
];

/** The one record that a mention without its kind leads to; null where there is none or several, which is told. */
function mentionNamed(importing: Importing, { id, names }: Named, line: number): Identity | null {
  const written = id ?? Object.values(names)[0] ?? '';
  const [, prefix, form = written] = /^(\w+)\/(.+)$/.exec(written) ?? [];
  const { identities } = importing;
  const found = mentionSpaces.flatMap((kind) => {
    const identity = identities.withId(kind, form) ?? identities.named(kind, form);
    if (identity === null) return [];
    return identity === 'shared' || prefix === undefined || identity.kind === prefix ? [identity] : [];
  });
  const [only, ...others] = found;
  if (only !== undefined && only !== 'shared' && others.length === 0) return only;
  const message =
    found.length === 0
      ? `no record is called '${written}'; add the folder that holds it with --known`
      : `several known records are called '${written}'; write the one that is meant as kind/id`;
  importing.problem(line, 'mentions', message);
  return null;
}

function dateIn(row: Row, field: string, line: number, importing: Importing): string | null {
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
