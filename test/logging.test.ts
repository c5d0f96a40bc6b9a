// Logs are readable lines on a terminal and JSON otherwise.
import { fastify } from 'fastify';
import t from 'tap';
import { levelBeside, loggerOptions } from '../src/logging.ts';

t.test('pretty on a terminal, plain pino otherwise', async (t) => {
  const plain = loggerOptions('info', false);
  t.equal(plain.level, 'info');
  t.type(plain.stream.write, 'function');
  const { stream, level } = loggerOptions('silent', true) as { level: string; stream: NodeJS.WritableStream };
  t.equal(level, 'silent');
  t.type(stream.write, 'function');
  const app = fastify({ logger: loggerOptions('silent', true) });
  t.equal(app.log.level, 'silent', 'Fastify takes it');
});

t.test('a thread says only what is wrong', async (t) => {
  for (const level of ['trace', 'debug', 'info', 'warn']) t.equal(levelBeside(level), 'warn', level);
  for (const level of ['error', 'fatal', 'silent']) t.equal(levelBeside(level), level, level);
});
