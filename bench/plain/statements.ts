// The bodies of the plain route: statements with everything that the API shows of them, read by prepared queries.
import type { Database, Statement } from 'better-sqlite3';

type Row = Record<string, unknown>;

const among = 'IN (SELECT value FROM json_each(?))';
const nameOf = (table: string, id: string): string =>
  `(SELECT json_object('en', en, 'ar', ar) FROM ${table} named WHERE named.id = ${id})`;

/** Reads statements by their ids, in that order. */
export class Statements {
  readonly #statements: Statement;
  readonly #lists: Readonly<Record<string, Statement>>;
  readonly #renditions: Statement;
  readonly #quotes: Statement;

  constructor(database: Database) {
    const list = (table: string, named: string): Statement =>
      database.prepare(
        `SELECT statement, id, ${nameOf(named, 'part.id')} AS name FROM ${table} part
         WHERE statement ${among} ORDER BY statement, position`,
      );
    this.#statements = database.prepare(
      `SELECT id, said_on AS saidOn, event, place, json_object('en', en, 'ar', ar) AS gist,
         ${nameOf('event', 'statement.event')} AS eventName, ${nameOf('place', 'statement.place')} AS placeName
       FROM statement WHERE id ${among}`,
    );
    this.#lists = {
      speakers: list('speaker', 'agent'),
      addressees: list('addressee', 'agent'),
      topics: list('about', 'topic'),
      mentions: list('mention', 'agent'),
    };
    this.#renditions = database.prepare(
      `SELECT statement, r.id, r.source, outlet, via, mode, cue, lemma, language, paragraph, start, end, note,
         ${nameOf('agent', 'outlet')} AS outletName, json_object('en', source.en, 'ar', source.ar) AS sourceName
       FROM rendition r JOIN source ON source.id = r.source WHERE statement ${among} ORDER BY statement, position`,
    );
    this.#quotes = database.prepare(
      `SELECT rendition, text, start, end FROM quote WHERE rendition ${among} ORDER BY rendition, position`,
    );
  }

  read(ids: readonly string[]): Row[] {
    const asked = JSON.stringify(ids);
    const renditions = (this.#renditions.all(asked) as Row[]).map(withNames);
    const renditionIds = JSON.stringify(renditions.map(({ id }) => id));
    const quotes = groupBy(this.#quotes.all(renditionIds) as Row[], 'rendition');
    for (const rendition of renditions) rendition['quotes'] = quotes.get(rendition['id']) ?? [];
    const lists = Object.entries(this.#lists).map(
      ([name, query]) => [name, groupBy((query.all(asked) as Row[]).map(withNames), 'statement')] as const,
    );
    const byStatement = groupBy(renditions, 'statement');
    const found = new Map((this.#statements.all(asked) as Row[]).map((row) => [row['id'], withNames(row)]));
    return ids.map((id) => ({
      ...found.get(id),
      ...Object.fromEntries(lists.map(([name, rows]) => [name, rows.get(id) ?? []])),
      renditions: byStatement.get(id) ?? [],
    }));
  }
}

/** SQLite gives names as JSON text. */
function withNames(row: Row): Row {
  for (const [name, value] of Object.entries(row))
    if (/^(?:gist|name|.*Name)$/.test(name) && typeof value === 'string') row[name] = JSON.parse(value);
  return row;
}

function groupBy(rows: readonly Row[], key: string): Map<unknown, Row[]> {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[key]);
    if (group) group.push(row);
    else groups.set(row[key], [row]);
  }
  return groups;
}
