/**
 * The ceiling: a bare Fastify route that sends one constant Buffer, whatever is asked.
 *
 *     PORT=4000 node dist/bench/performance/references/ceiling.js <file with the bytes> <media type> <status>
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import fastify from 'fastify';

const [file = '', type = '', status = '200'] = process.argv.slice(2);
const body = readFileSync(file);
const app = fastify();
const isEmpty = status === '304';

app.get('/ready', (_request, reply) => reply.send('ready'));
app.get('/*', (_request, reply) => {
  if (isEmpty) reply.code(304).send();
  else reply.type(type).send(body);
});

process.once('SIGTERM', () => void app.close());
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
