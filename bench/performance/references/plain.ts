/**
 * The plain route: what one would write in an afternoon. Fastify, prepared better-sqlite3 queries over the normalised
 * tables, FTS5 with bm25 over the plain texts, JSON.stringify. It counts no totals, which spares it work.
 *
 *     PORT=4000 node dist/bench/performance/references/plain.js <database> <file of the full-text table>
 */
import process from 'node:process';
import Sqlite from 'better-sqlite3';
import fastify from 'fastify';
import { countFacets, idsOfPage } from './plain-questions.ts';
import { PlainStatements } from './plain-statements.ts';

const [file = '', text = ''] = process.argv.slice(2);
const database = new Sqlite(file, { readonly: true });
database.prepare('ATTACH ? AS text').run(text);
const statements = new PlainStatements(database);
const app = fastify();
const json = 'application/json; charset=utf-8';

app.get('/ready', (_request, reply) => reply.send('ready'));

app.get('/statements', (request, reply) => {
  const query = new URL(request.url, 'http://127.0.0.1').searchParams;
  const data = statements.read(idsOfPage(database, query));
  const facets = query.has('facets') ? { facets: countFacets(database, query) } : {};
  reply.type(json).send(JSON.stringify({ data, ...facets }));
});

app.get<{ Params: { id: string } }>('/statements/:id', ({ params: { id } }, reply) => {
  reply.type(json).send(JSON.stringify(statements.read([id])[0]));
});

process.once('SIGTERM', () => void app.close());
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
