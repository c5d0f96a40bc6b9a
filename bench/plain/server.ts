/**
 * The plain route, the reference of the benchmark: what one would write in an afternoon. Fastify, prepared queries of
 * better-sqlite3 over normalised tables, FTS5 with bm25 and highlights, exact totals, JSON.stringify; no cache, no
 * compression, no validation.
 *
 *     PORT=4000 node server.js <database>
 */
import process from 'node:process';
import Sqlite from 'better-sqlite3';
import fastify from 'fastify';
import { Questions } from './questions.ts';
import { Statements } from './statements.ts';

const database = new Sqlite(process.argv[2] ?? '', { readonly: true });
const statements = new Statements(database);
const questions = new Questions(database);
const app = fastify();
const json = 'application/json; charset=utf-8';

app.get('/ready', (_request, reply) => reply.send('ready'));

app.get('/statements', (request, reply) => {
  const query = new URL(request.url, 'http://127.0.0.1').searchParams;
  const { ids, highlights, total } = questions.find(query);
  const data = statements
    .read(ids)
    .map((body, at) => (highlights ? { ...body, match: highlights[at] } : body));
  const facets = query.has('facets') ? { facets: questions.facets(query) } : {};
  reply.type(json).send(JSON.stringify({ data, page: { total }, ...facets }));
});

app.get<{ Params: { id: string } }>('/statements/:id', ({ params: { id } }, reply) => {
  reply.type(json).send(JSON.stringify(statements.read([id])[0]));
});

process.once('SIGTERM', () => void app.close());
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
