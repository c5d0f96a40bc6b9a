/**
 * The plain route over PostgreSQL, a reference of the benchmark: one nested statement for a page, another for the exact total, full-text
 * search by tsvector and ts_rank; a pool and prepared statements, no cache, no compression, no validation.
 *
 *     PORT=4000 node postgres-server.js <address>
 */
import process from 'node:process';
import fastify from 'fastify';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.argv[2], max: 10, options: '-c search_path=plain' });
const app = fastify();
const json = 'application/json; charset=utf-8';

const list = (table: string): string => `(
  SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', n.name) ORDER BY position), '[]')
  FROM ${table} p LEFT JOIN named n ON n.id = p.id WHERE p.statement = s.id)`;
const named = (column: string): string =>
  `(SELECT json_build_object('id', id, 'name', name) FROM named WHERE id = ${column})`;

const body = `json_build_object('id', s.id, 'gist', s.gist, 'saidOn', s.said_on, 'event', ${named('s.event')},
  'place', ${named('s.place')}, 'speakers', ${list('speaker')}, 'addressees', ${list('addressee')},
  'topics', ${list('about')}, 'mentions', ${list('mention')}, 'renditions', (
    SELECT json_agg(json_build_object('source', ${named('r.source')}, 'mode', r.mode, 'language', r.language,
      'quotes', r.quotes, 'body', r.body) ORDER BY position)
    FROM rendition r WHERE r.statement = s.id))`;

const under = (value: string): string => `(WITH RECURSIVE u (id) AS (
  VALUES (${value}) UNION SELECT named.id FROM named JOIN u ON parent = u.id) SELECT id FROM u)`;

const conditions: Readonly<Record<string, (value: string) => string>> = {
  speaker: (value) => `EXISTS (SELECT 1 FROM speaker p WHERE p.statement = s.id AND p.id = ${value})`,
  topic: (value) => `EXISTS (SELECT 1 FROM about p WHERE p.statement = s.id AND p.id IN ${under(value)})`,
  mode: (value) => `EXISTS (SELECT 1 FROM rendition r WHERE r.statement = s.id AND r.mode = ${value})`,
  q: (value) => `found @@ plainto_tsquery('simple', ${value})`,
};

const facets: Readonly<Record<string, string>> = {
  speaker: 'SELECT p.id AS value, count(*) FROM chosen JOIN speaker p ON p.statement = chosen.id GROUP BY 1',
  topic: 'SELECT p.id AS value, count(*) FROM chosen JOIN about p ON p.statement = chosen.id GROUP BY 1',
  place: 'SELECT place AS value, count(*) FROM chosen JOIN statement USING (id) GROUP BY 1',
  event: 'SELECT event AS value, count(*) FROM chosen JOIN statement USING (id) GROUP BY 1',
  month: 'SELECT left(said_on, 7) AS value, count(*) FROM chosen JOIN statement USING (id) GROUP BY 1',
  mode: 'SELECT mode AS value, count(DISTINCT r.statement) FROM chosen JOIN rendition r ON r.statement = chosen.id GROUP BY 1',
  language:
    'SELECT language AS value, count(DISTINCT r.statement) FROM chosen JOIN rendition r ON r.statement = chosen.id GROUP BY 1',
  source:
    'SELECT source AS value, count(DISTINCT r.statement) FROM chosen JOIN rendition r ON r.statement = chosen.id GROUP BY 1',
  outlet: `SELECT n.parent AS value, count(DISTINCT r.statement) FROM chosen JOIN rendition r ON r.statement = chosen.id
    JOIN named n ON n.id = r.source GROUP BY 1`,
  country: `SELECT n.country AS value, count(DISTINCT p.statement) FROM chosen JOIN speaker p ON p.statement = chosen.id
    JOIN named n ON n.id = p.id GROUP BY 1`,
};

/** Prepares each text once for each connection. */
async function rows(text: string, values: readonly unknown[]): Promise<Record<string, unknown>[]> {
  const name = `q${[...text].reduce((sum, each) => (Math.imul(sum, 31) + each.charCodeAt(0)) | 0, 7)}`;
  return (await pool.query({ name, text, values: [...values] })).rows;
}

app.get('/ready', (_request, reply) => reply.send('ready'));

app.get('/statements', async (request, reply) => {
  const query = new URL(request.url, 'http://127.0.0.1').searchParams;
  const filters = [...query].filter(([name]) => name in conditions);
  const values = filters.map(([, value]) => value);
  const where = filters.map(([name], at) => conditions[name]?.(`$${at + 1}`)).join(' AND ') || 'true';
  const direction = query.get('sort') === 'saidOn' ? 'ASC' : 'DESC';
  const order = query.has('q')
    ? `ts_rank(found, plainto_tsquery('simple', $${filters.findIndex(([name]) => name === 'q') + 1})) DESC`
    : `said_on ${direction}, id`;
  const limit = Number(query.get('limit') ?? 20);
  const offset = Number(query.get('offset') ?? 0);
  const [page, [total], ...counts] = await Promise.all([
    rows(
      `SELECT ${body} AS body FROM (
         SELECT s.* FROM statement s WHERE ${where} ORDER BY ${order} LIMIT $${values.length + 1} OFFSET $${values.length + 2}) s`,
      [...values, limit, offset],
    ),
    rows(`SELECT count(*)::integer AS count FROM statement s WHERE ${where}`, values),
    ...(query.get('facets') ?? '').split(',').flatMap((name) => {
      const facet = facets[name];
      return facet
        ? [rows(`WITH chosen AS (SELECT s.id FROM statement s WHERE ${where}) ${facet}`, values)]
        : [];
    }),
  ]);
  const data = page.map((row) => row['body']);
  reply.type(json).send(JSON.stringify({ data, page: { total: total?.['count'] }, facets: counts }));
});

app.get<{ Params: { id: string } }>('/statements/:id', async ({ params: { id } }, reply) => {
  const [row] = await rows(`SELECT ${body} AS body FROM statement s WHERE s.id = $1`, [id]);
  reply.type(json).send(JSON.stringify(row?.['body']));
});

process.once('SIGTERM', () => void app.close());
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
