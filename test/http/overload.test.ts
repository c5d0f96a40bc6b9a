// Load shedding: what is rejected while the event loop is late, and what is answered all the same.
import t from 'tap';
import { style } from '../../src/pages/assets.ts';
import { block, fetched, listening, until } from '../server/threads/listening.ts';
import { isProblem } from '../support/problems.ts';

t.test('while the event loop is late', async (t) => {
  const loadLimits = { maxEventLoopDelay: 100, sampleInterval: 100 };
  const { port } = await listening(t, { size: 0, loadLimits });
  const statusOf = async (url: string) => (await fetched(port, url)).status;
  await until(async () => (await statusOf('/people/putin')) === 200); // the start may have made it late
  await statusOf('/people/putin'); // the second response is stored
  const busy = setInterval(() => block(250));
  t.teardown(() => clearInterval(busy));
  await until(async () => (await statusOf('/nowhere')) === 503);
  const { status, headers, body } = await fetched(port, '/people/zelensky');
  isProblem(t, { statusCode: status, headers, body: body.toString() }, 'overloaded');
  t.match(headers['retry-after'], /^[123]$/);
  t.equal(await statusOf('/people/putin'), 200, 'a cached response');
  t.equal(await statusOf(style.href), 200, 'a page that was answered has its style');
  t.equal(await statusOf('/health/live'), 200);
  t.equal(await statusOf('/health/ready'), 200);
  clearInterval(busy);
  await until(async () => (await statusOf('/nowhere')) === 404);
});
