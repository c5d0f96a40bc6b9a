// Runs the project's own server over a database, and asks it things.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { program, startProcess } from './processes.ts';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

export interface Served {
  child: ChildProcess;
  port: number;
  /** Asks over a connection of its own. Fails where there is no whole answer. */
  ask(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Everything that it has logged. */
  log(): string;
  /** Ends it, and gives its exit status; null where a signal did. */
  stop(): Promise<number | null>;
}

/** Starts a server and waits until it listens. Fails with what it says where it ends instead. */
export async function startServer(
  database: string,
  environment: Readonly<Record<string, string>> = {},
  options: { uid?: number; gid?: number } = {},
): Promise<Served> {
  const { child, ended } = startProcess(process.execPath, [program('scripts/serve.js')], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATABASE: database, ...environment },
    ...options,
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text: string) => {
      log += text;
    });
  }
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = /API at http:\/\/[^:]+:(\d+)/.exec(log);
      if (found) resolve(Number(found[1]));
    });
    ended.then(({ status }) => reject(new Error(`the server ended with ${status}: ${log}`)), reject);
  });
  return {
    child,
    port,
    ask: (path, headers = {}) => ask(port, path, headers),
    log: () => log,
    async stop() {
      child.kill('SIGTERM');
      return (await ended).status;
    },
  };
}

async function ask(port: number, path: string, headers: Record<string, string>): Promise<Answer> {
  const request = get({ host: '127.0.0.1', port, path, headers, agent: false });
  const [response] = await once(request, 'response');
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

/** Whether an answer says that the server is not ready (503) and what is wrong, and nothing else. */
export const isNotReady = ({ status, headers, body }: Answer): boolean =>
  status === 503 &&
  String(headers['content-type']).startsWith('application/problem+json') &&
  typeof JSON.parse(body.toString()).detail === 'string';
