// Sends requests that are generated from openapi.yaml: there is no failure and no answer that the description does not name; what
// it forbids is refused, what it allows is answered. SEED and COUNT in the environment make other requests, and more.
import { copyFileSync } from 'node:fs';
import { Agent } from 'node:http';
import path from 'node:path';
import fc from 'fast-check';
import t from 'tap';
import { seedsDatabase } from '../support/prepared.ts';
import { anyRequest, type Generated } from './generated/requests.ts';
import { complaintsOf } from './generated/verdict.ts';
import { operationsOf } from './generated/vocabulary.ts';
import { askPatiently, startServer } from './server.ts';

const seed = Number(process.env['SEED'] ?? 1);
const count = Number(process.env['COUNT'] ?? 3_000);
/** Requests under way at a time. */
const clientCount = 4;
/** Once so many answers were wrong, no more requests are sent. */
const enough = 10;

t.test(`${count} requests, seed ${seed}`, async (t) => {
  const database = path.join(t.testdir({ served: {} }), 'served', 'data.sqlite');
  copyFileSync(seedsDatabase, database);
  const { port, log, stop } = await startServer(t, database);
  const agent = new Agent({ keepAlive: true, maxSockets: clientCount });
  const operations = await operationsOf(async (url) => {
    const { status, body } = await askPatiently(port, url, { agent });
    return status === 200 ? JSON.parse(body.toString()) : null;
  });
  const requests = fc.sample(anyRequest(operations), { seed, numRuns: count }).values();
  const statuses = new Map<number, number>();
  const wrong: string[] = [];
  const send = async (generated: Generated): Promise<void> => {
    const { method, url, headers } = generated;
    const told = `${method} ${url.slice(0, 500)} ${JSON.stringify(headers)}`;
    try {
      const answer = await askPatiently(port, url, {
        method,
        headers: { host: 'record.example', ...headers },
        agent,
      });
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      for (const complaint of complaintsOf(generated, answer)) wrong.push(`${complaint}: ${told}`);
    } catch (error) {
      wrong.push(`${error}: ${told}`);
    }
  };
  const client = async (): Promise<void> => {
    for (const request of requests) if (wrong.length < enough) await send(request);
  };
  await Promise.all(Array.from({ length: clientCount }, client));
  agent.destroy();
  t.comment(Object.fromEntries(statuses));
  t.same(wrong, [], 'every answer is as the description says');
  t.notMatch(log(), /"level":[56]0/, 'no errors in the log');
  t.equal(await stop(), 0, 'the server ends well');
});
