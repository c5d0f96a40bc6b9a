// The plain route's answers: a page of statements with everything in them, read by prepared queries.
import type { Database, Statement } from 'better-sqlite3';

type Row = Record<string, unknown>;

/** Reads statements by their ids, in that order, with all that the answers of the API hold of names and renditions. */
export class PlainStatements {
  readonly #statements: Statement;
  readonly #lists: Record<string, Statement>;
  readonly #renditions: Statement;
  readonly #quotes: Statement;

  constructor(database: Database) {
    const among = 'IN (SELECT value FROM json_each(?))';
    const agentName = '(SELECT json_group_object(language, name) FROM agent_name WHERE agent =';
    this.#statements = database.prepare(
      `SELECT id, said_on AS saidOn, event, place,
         (SELECT json_group_object(language, gist) FROM statement_gist WHERE statement = id) AS gist,
         (SELECT json_group_object(language, name) FROM event_name WHERE event = statement.event) AS eventName,
         (SELECT json_group_object(language, name) FROM place_name WHERE place = statement.place) AS placeName
       FROM statement WHERE id ${among}`,
    );
    this.#lists = {
      speakers: database.prepare(
        `SELECT statement, speaker AS id, ${agentName} speaker) AS name FROM statement_speaker
         WHERE statement ${among} ORDER BY statement, position`,
      ),
      addressees: database.prepare(
        `SELECT statement, addressee AS id, ${agentName} addressee) AS name FROM statement_addressee
         WHERE statement ${among} ORDER BY statement, position`,
      ),
      topics: database.prepare(
        `SELECT statement, topic AS id,
           (SELECT json_group_object(language, name) FROM topic_name n WHERE n.topic = t.topic) AS name
         FROM statement_topic t WHERE statement ${among} ORDER BY statement, position`,
      ),
      mentions: database.prepare(
        `SELECT statement, coalesce(agent, place, event) AS id FROM statement_mention
         WHERE statement ${among} ORDER BY statement, position`,
      ),
    };
    this.#renditions = database.prepare(
      `SELECT statement, r.id, r.source, outlet, via, mode, cue, cue_lemma AS lemma, r.language, paragraph,
         start_offset AS start, end_offset AS "end", r.note, ${agentName} outlet) AS outletName,
         (SELECT json_group_object(language, name) FROM source_name n WHERE n.source = r.source) AS sourceName
       FROM rendition r JOIN source ON source.id = r.source
       WHERE statement ${among} ORDER BY statement, position`,
    );
    this.#quotes = database.prepare(
      `SELECT rendition, text, start_offset AS start, end_offset AS "end" FROM rendition_quote
       WHERE rendition ${among} ORDER BY rendition, position`,
    );
  }

  read(ids: readonly string[]): Row[] {
    const list = JSON.stringify(ids);
    const renditions = (this.#renditions.all(list) as Row[]).map(withNames);
    const quotes = groupBy(
      this.#quotes.all(JSON.stringify(renditions.map(({ id }) => id))) as Row[],
      'rendition',
    );
    for (const rendition of renditions) rendition['quotes'] = quotes.get(rendition['id']) ?? [];
    const parts = Object.entries(this.#lists).map(
      ([name, query]) => [name, groupBy((query.all(list) as Row[]).map(withNames), 'statement')] as const,
    );
    const byId = groupBy(renditions, 'statement');
    const found = new Map((this.#statements.all(list) as Row[]).map((row) => [row['id'], withNames(row)]));
    return ids.map((id) => ({
      ...found.get(id),
      ...Object.fromEntries(parts.map(([name, rows]) => [name, rows.get(id) ?? []])),
      renditions: byId.get(id) ?? [],
    }));
  }
}

/** SQLite gives groups of names as JSON text. */
function withNames(row: Row): Row {
  for (const [name, value] of Object.entries(row)) {
    if (/^(?:gist|name|.*Name)$/.test(name) && typeof value === 'string') row[name] = JSON.parse(value);
  }
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
