// Logs are readable lines on a terminal and JSON otherwise.
import { fastify } from 'fastify';
import t from 'tap';
import { loggerOptions } from '../src/logging.ts';

t.test('pretty on a terminal, plain pino otherwise', async (t) => {
  t.strictSame(loggerOptions('info', false), { level: 'info' });
  const { stream, level } = loggerOptions('silent', true) as { level: string; stream: NodeJS.WritableStream };
  t.equal(level, 'silent');
  t.type(stream.write, 'function');
  const app = fastify({ logger: loggerOptions('silent', true) });
  t.equal(app.log.level, 'silent', 'Fastify takes it');
});
