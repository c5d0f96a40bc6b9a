// The plain route's questions: from a query string to the ids of one page, by joins over the truth.
import type { Database } from 'better-sqlite3';

/** The filters that the plain route knows, each with the condition that it puts on a statement. */
const conditions: Record<string, string> = {
  speaker: 'EXISTS (SELECT 1 FROM statement_speaker WHERE statement = s.id AND speaker = ?)',
  topic: `EXISTS (SELECT 1 FROM statement_topic WHERE statement = s.id AND topic IN (
    WITH RECURSIVE under (id) AS (VALUES (?) UNION SELECT topic.id FROM topic JOIN under ON broader = under.id)
    SELECT id FROM under))`,
  outlet: `s.id IN (
    SELECT statement FROM source JOIN rendition ON rendition.source = source.id WHERE outlet = ?1
    UNION SELECT statement FROM rendition WHERE via = ?1)`,
  place: `s.place IN (
    WITH RECURSIVE under (id) AS (VALUES (?) UNION SELECT place.id FROM place JOIN under ON within = under.id)
    SELECT id FROM under)`,
  since: 's.said_on >= ?',
  until: 's.said_on <= ?',
};

/** What drives a query where a speaker or topic is asked for: its index leads to few statements. */
const drivers: Record<string, string> = {
  speaker: 'statement_speaker d JOIN statement s ON s.id = d.statement AND d.speaker = ?',
};

/** The query's `from` and `where` with their values, for all filters of the query string. */
function selectionOf(query: URLSearchParams): { from: string; where: string; values: string[] } {
  const filters = [...query].filter(([name]) => name in conditions);
  const leading = filters.find(([name, value]) => name in drivers && !value.startsWith('!'));
  const from = leading ? (drivers[leading[0]] ?? '') : 'statement s';
  const rest = filters.filter((filter) => filter !== leading);
  const where = rest.map(([name, value]) => {
    const condition = (conditions[name] ?? '').replaceAll('?1', '?');
    return value.startsWith('!') ? `NOT ${condition}` : condition;
  });
  const values = rest.flatMap(([name, value]) => {
    const plain = value.replace(/^!/, '');
    return name === 'outlet' ? [plain, plain] : [plain];
  });
  return {
    from,
    where: where.length > 0 ? `WHERE ${where.join(' AND ')}` : '',
    values: leading ? [leading[1], ...values] : values,
  };
}

/** The ids of one page: by date, or by relevance where words are searched for. */
export function idsOfPage(database: Database, query: URLSearchParams): string[] {
  const page = [Number(query.get('limit') ?? 20), Number(query.get('offset') ?? 0)];
  const words = query.get('q');
  if (words !== null) {
    return database
      .prepare('SELECT statement FROM text.said WHERE said MATCH ? ORDER BY bm25(said) LIMIT ? OFFSET ?')
      .pluck()
      .all(words, ...page) as string[];
  }
  const { from, where, values } = selectionOf(query);
  const isReversed = query.get('sort') === 'saidOn';
  const order = isReversed ? 's.said_on, s.id DESC' : 's.said_on DESC, s.id'; // unknown days last, or first
  return prepared(database, `SELECT s.id FROM ${from} ${where} ORDER BY ${order} LIMIT ? OFFSET ?`)
    .pluck()
    .all(...values, ...page) as string[];
}

const facets: Record<string, string> = {
  speaker: 'SELECT speaker, count(*) FROM found JOIN statement_speaker ON statement = found.id GROUP BY 1',
  topic: 'SELECT topic, count(*) FROM found JOIN statement_topic ON statement = found.id GROUP BY 1',
  place: 'SELECT place, count(*) FROM found JOIN statement USING (id) GROUP BY 1',
  event: 'SELECT event, count(*) FROM found JOIN statement USING (id) GROUP BY 1',
  month: 'SELECT substr(said_on, 1, 7), count(*) FROM found JOIN statement USING (id) GROUP BY 1',
  mode: 'SELECT mode, count(DISTINCT statement) FROM found JOIN rendition ON statement = found.id GROUP BY 1',
  language:
    'SELECT language, count(DISTINCT statement) FROM found JOIN rendition ON statement = found.id GROUP BY 1',
  source:
    'SELECT source, count(DISTINCT statement) FROM found JOIN rendition ON statement = found.id GROUP BY 1',
  outlet: `SELECT outlet, count(DISTINCT statement) FROM found JOIN rendition ON statement = found.id
    JOIN source ON source.id = source GROUP BY 1`,
  country: `SELECT country, count(DISTINCT statement) FROM found JOIN statement_speaker ON statement = found.id
    JOIN person ON person.id = speaker GROUP BY 1`,
};

/** How many of the statements found have each value, for each facet that is asked for. */
export function countFacets(database: Database, query: URLSearchParams): Record<string, unknown[]> {
  const { from, where, values } = selectionOf(query);
  const found = `WITH found (id) AS (SELECT s.id FROM ${from} ${where})`;
  const names = (query.get('facets') ?? '').split(',').filter((name) => name in facets);
  return Object.fromEntries(
    names.map((name) => [
      name,
      prepared(database, `${found} ${facets[name]}`)
        .raw()
        .all(...values),
    ]),
  );
}

const kept = new Map<string, ReturnType<Database['prepare']>>();

/** Each query is prepared once. */
function prepared(database: Database, sql: string): ReturnType<Database['prepare']> {
  const statement = kept.get(sql) ?? database.prepare(sql);
  kept.set(sql, statement);
  return statement;
}
