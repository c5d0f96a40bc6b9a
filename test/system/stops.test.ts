// Stops the server: what it has accepted is answered whole, it ends with status 0, and it leaves no file, no lock and no used port.
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import t from 'tap';
import { freePort } from '../../bench/processes.ts';
import { ask, askPatiently, CutOff, generatedDatabase, isShed, startServer } from './server.ts';

t.test('again and again on one port', async (t) => {
  const folder = t.testdir({});
  const database = await generatedDatabase(folder, 100);
  const port = await freePort();
  for (let at = 0; at < 4; at += 1) {
    const server = await startServer(t, database, { port });
    t.equal((await askPatiently(port, '/search?q=news')).status, 200);
    t.equal(await server.stop(), 0, 'ends with status 0');
    await t.rejects(ask(port, '/'), { code: 'ECONNREFUSED' }, 'the port is free');
    t.same(readdirSync(path.dirname(database)), ['data.sqlite'], 'nothing is left beside the database');
    new Sqlite(database, { timeout: 0 }).exec('BEGIN EXCLUSIVE; ROLLBACK').close();
  }
});

/** Clients that send one request after the other. */
const clientCount = 8;
/** The longest stop, in milliseconds: the time that downloads are given, and some more. */
const patience = 25_000;
/** A request that was sent this long before the stop has been read by the server, in milliseconds. */
const margin = 100;

const urls = [
  '/statements',
  '/statements?limit=100',
  '/search?q=news',
  '/statements?facets=topic',
  '/people',
];
const downloads = ['/statements?format=csv', '/dataset.ndjson', '/dataset.sqlite'];

t.test('under load, with downloads under way', async (t) => {
  const database = await generatedDatabase(t.testdir({}), 1_000);
  for (let round = 0; round < 3; round += 1) {
    const server = await startServer(t, database);
    const lengths = await Promise.all(
      downloads.map(async (url) => (await askPatiently(server.port, url)).body.length),
    );
    const stop = { at: Number.POSITIVE_INFINITY };
    const lost: string[] = [];
    const clients = Array.from({ length: clientCount }, () => askUntilRefused(server.port, stop, lost));
    const begun = await Promise.all(downloads.map((url) => beginDownload(server.port, url)));
    await wait(200);
    stop.at = performance.now();
    const stopping = Promise.race([server.stop(), wait(patience, 'still running', { ref: false })]);
    await wait(300);
    t.same(await Promise.all(begun.map(lengthOf)), lengths, 'downloads that were under way are whole');
    t.equal(await stopping, 0, `round ${round}: ended after ${(performance.now() - stop.at).toFixed(0)} ms`);
    await Promise.all(clients);
    t.same(lost, [], 'no accepted request is lost');
    t.notMatch(server.log(), /"level":[56]0/, 'no errors in the log');
  }
});

/** Sends requests on one connection until the server no longer accepts any. */
async function askUntilRefused(port: number, stop: { at: number }, lost: string[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let at = 0; ; at += 1) {
    const url = `${urls[at % urls.length]}`;
    const sentAt = performance.now();
    try {
      const answer = await ask(port, url, { agent });
      if (answer.status !== 200 && !isShed(answer)) lost.push(`${url}: status ${answer.status}`);
    } catch (error) {
      if (error instanceof CutOff || sentAt < stop.at - margin) lost.push(`${url}: ${error}`);
      return;
    }
  }
}

/** Asks for a download until the server gives it, and reads its beginning alone. */
async function beginDownload(port: number, url: string): Promise<IncomingMessage> {
  for (;;) {
    const sent = get({ host: '127.0.0.1', port, path: url, agent: false });
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    if (response.statusCode === 200) {
      await once(response, 'readable');
      return response;
    }
    response.resume();
    await wait(200);
  }
}

/** Reads what is left of a download, and gives the length of all of it. */
async function lengthOf(response: IncomingMessage): Promise<number> {
  let length = 0;
  for await (const piece of response) length += piece.length;
  return length;
}
