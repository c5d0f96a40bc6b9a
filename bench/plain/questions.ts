// The questions of the plain route: from a query string to the ids of a page, a total and facets, by joins.
import type { Database, Statement } from 'better-sqlite3';

const under = (table: string): string =>
  `WITH RECURSIVE under (id) AS (VALUES (?) UNION SELECT ${table}.id FROM ${table} JOIN under ON parent = under.id)
   SELECT id FROM under`;

/** Filters of the query string, each with its condition on a statement. */
const conditions: Readonly<Record<string, string>> = {
  topic: `EXISTS (SELECT 1 FROM about WHERE statement = s.id AND about.id IN (${under('topic')}))`,
  mode: 'EXISTS (SELECT 1 FROM rendition WHERE statement = s.id AND mode = ?)',
  place: `s.place IN (${under('place')})`,
  since: 's.said_on >= ?',
  until: 's.said_on <= ?',
};

const facets: Readonly<Record<string, string>> = {
  speaker: 'speaker.id, count(*) FROM found JOIN speaker ON statement = found.id',
  topic: 'about.id, count(*) FROM found JOIN about ON statement = found.id',
  place: 'place, count(*) FROM found JOIN statement USING (id)',
  event: 'event, count(*) FROM found JOIN statement USING (id)',
  month: 'substr(said_on, 1, 7), count(*) FROM found JOIN statement USING (id)',
  mode: 'mode, count(DISTINCT statement) FROM found JOIN rendition ON statement = found.id',
  language: 'language, count(DISTINCT statement) FROM found JOIN rendition ON statement = found.id',
  source: 'source, count(DISTINCT statement) FROM found JOIN rendition ON statement = found.id',
  outlet: `outlet, count(DISTINCT statement) FROM found JOIN rendition ON statement = found.id
    JOIN source ON source.id = source`,
  country: `country, count(DISTINCT statement) FROM found JOIN speaker ON statement = found.id
    JOIN agent ON agent.id = speaker.id`,
};

/** A page of statements: its ids, and for a search their highlighted texts. */
export interface Found {
  ids: string[];
  highlights: string[] | null;
  total: number;
}

export class Questions {
  readonly #database: Database;
  /** Each statement is prepared once. */
  readonly #prepared = new Map<string, Statement>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** A page by date, or by relevance where words are searched for. */
  find(query: URLSearchParams): Found {
    const limit = Number(query.get('limit') ?? 20);
    const words = query.get('q');
    return words === null ? this.#page(query, limit) : this.#search(words, limit);
  }

  /** The number of statements found for each value of each facet that is asked for. */
  facets(query: URLSearchParams): Record<string, unknown[]> {
    const { from, where, values } = selectionOf(query);
    const names = (query.get('facets') ?? '').split(',').filter((name) => name in facets);
    const counts = (name: string): unknown[] =>
      this.#all(
        `WITH found (id) AS (SELECT s.id FROM ${from} ${where}) SELECT ${facets[name]} GROUP BY 1`,
        values,
      );
    return Object.fromEntries(names.map((name) => [name, counts(name)]));
  }

  #page(query: URLSearchParams, limit: number): Found {
    const { from, where, values } = selectionOf(query);
    const order = query.get('sort') === 'saidOn' ? 's.said_on, s.id DESC' : 's.said_on DESC, s.id';
    const rows = this.#all(`SELECT s.id FROM ${from} ${where} ORDER BY ${order} LIMIT ? OFFSET ?`, [
      ...values,
      limit,
      Number(query.get('offset') ?? 0),
    ]);
    const [[total = 0] = []] = this.#all(`SELECT count(*) FROM ${from} ${where}`, values);
    return { ids: rows.map(([id]) => String(id)), highlights: null, total: Number(total) };
  }

  #search(words: string, limit: number): Found {
    const highlights = `highlight(said, 1, '<b>', '</b>') || highlight(said, 2, '<b>', '</b>')`;
    const matching = 'FROM said WHERE said MATCH ?';
    const page = `SELECT statement, ${highlights} ${matching} ORDER BY bm25(said) LIMIT ?`;
    const rows = this.#all(page, [words, limit]);
    const [[total = 0] = []] = this.#all(`SELECT count(*) ${matching}`, [words]);
    return {
      ids: rows.map(([id]) => String(id)),
      highlights: rows.map(([, text]) => String(text)),
      total: Number(total),
    };
  }

  #all(sql: string, values: readonly (string | number)[]): unknown[][] {
    const statement = this.#prepared.get(sql) ?? this.#database.prepare(sql).raw();
    this.#prepared.set(sql, statement);
    return statement.all(...values) as unknown[][];
  }
}

/** The `from` and the `where` of a query with their values. A speaker's own index leads to few statements, so it comes first. */
function selectionOf(query: URLSearchParams): { from: string; where: string; values: string[] } {
  const speaker = query.get('speaker');
  const filters = [...query].filter(([name]) => name in conditions);
  const where = filters.map(([name]) => conditions[name]).join(' AND ');
  return {
    from: speaker === null ? 'statement s' : 'speaker d JOIN statement s ON s.id = d.statement AND d.id = ?',
    where: where === '' ? '' : `WHERE ${where}`,
    values: [...(speaker === null ? [] : [speaker]), ...filters.map(([, value]) => value)],
  };
}
