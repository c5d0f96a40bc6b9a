// Asks for more than the server can do: it turns requests away with 503 and Retry-After, answers the others, and recovers.
import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import t from 'tap';
import { Random } from '../../bench/data/random.ts';
import { arabicWords } from '../../bench/data/vocabulary.ts';
import { ask, generatedDatabase, isShed, startServer, until } from './server.ts';

const clientCount = 300;
const seconds = 6;
/** How many requests in a row must be served after the overload. */
const inARow = 50;

/** Requests that cost the main thread milliseconds each; hardly one comes twice. */
const costly = (random: Random): string =>
  random.one([
    `/statements?q=${encodeURIComponent(random.one(arabicWords))}&limit=${random.between(50, 100)}`,
    `/statements?facets=speaker,topic,outlet&since=20${random.between(10, 17)}&limit=${random.between(1, 100)}`,
    `/statements?limit=100&until=20${random.between(18, 25)}-0${random.between(1, 9)}-${random.between(10, 28)}`,
  ]);

t.test('overload', async (t) => {
  const database = await generatedDatabase(t.testdir({}), 1_000);
  const server = await startServer(t, database, { THREADS: 0 });
  const agent = new Agent({ keepAlive: true });
  const end = performance.now() + seconds * 1_000;
  const tally = { served: 0, shed: 0 };
  const wrong: string[] = [];
  const client = async (random: Random): Promise<void> => {
    while (performance.now() < end) {
      const url = costly(random);
      const answer = await ask(server.port, url, { agent }).catch(
        (error: unknown) => void wrong.push(`${url}: ${error}`),
      );
      if (!answer) continue;
      if (answer.status === 200) tally.served += 1;
      else if (isShed(answer)) tally.shed += 1;
      else wrong.push(`${url}: ${answer.status}`);
    }
  };
  const clients = Array.from({ length: clientCount }, (_, at) => client(new Random(at)));
  await wait((seconds * 1_000) / 2);
  t.equal((await ask(server.port, '/health/live')).status, 200, 'alive meanwhile');
  await Promise.all(clients);
  agent.destroy();
  t.comment(tally);
  t.same(wrong.slice(0, 10), [], 'every request is served or turned away with Retry-After');
  t.ok(tally.served > 0, `${tally.served} served`);
  t.ok(tally.shed > 0, `${tally.shed} turned away`);

  const random = new Random(clientCount);
  let served = 0;
  await until(async () => {
    served = (await ask(server.port, costly(random))).status === 200 ? served + 1 : 0;
    return served === inARow;
  });
  t.equal(served, inARow, 'all are served afterwards');
  t.notMatch(server.log(), /"level":[56]0/, 'no errors in the log');
  t.equal(await server.stop(), 0, 'the server ends well');
});
