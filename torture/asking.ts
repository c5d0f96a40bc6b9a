// Asks a server one thing at a time, over a connection of its own each, so that nothing an answer leaves behind matters.
import { once } from 'node:events';
import { get } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Gives the answer of a server on the loopback address. Fails where there is no whole one. */
export async function ask(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const request = get({ host: '127.0.0.1', port, path, headers, agent: false });
  const [response] = await once(request, 'response');
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

/** Whether an answer says that the server is not ready (503) and what is wrong, and nothing else. */
export const isNotReady = ({ status, headers, body }: Answer): boolean =>
  status === 503 &&
  String(headers['content-type']).startsWith('application/problem+json') &&
  typeof JSON.parse(body.toString()).detail === 'string';
