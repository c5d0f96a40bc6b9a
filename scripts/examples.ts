// Keeps the examples in documents true: every `curl` in a Markdown file is followed by what it really answers.
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

/** Where the examples say that the server is. */
const origin = 'http://127.0.0.1:3000';

/** What changes with every request or load stands fixed in documents. */
const requestId = 'b8f5d1c6-6a0e-4d0e-9d57-3f5b3f0a7c11';
const ingestedAt = '2025-09-01T12:00:00.000Z';

/** A fenced block with a `curl`, and the fenced block that follows it at once. */
const example = /(```sh\ncurl ([^\n]+)\n```\n\n)```(\w+)\n(?:[\s\S]*?\n)??```/g;

/** One `curl` of a document. */
interface Asked {
  url: string;
  headers: Record<string, string>;
  showsHead: boolean;
}

/**
 * Writes the answers anew. A `curl` may have `-i` (status and headers are shown), `-H 'name: value'`, one URL in single
 * quotes, and `-G` with `--data-urlencode 'name=value'`. Throws where a document shows a `curl` that it cannot run.
 */
export async function refreshExamples(markdown: string, app: FastifyInstance): Promise<string> {
  const answers = new Map<string, string>();
  for (const [, , command = '', language = ''] of markdown.matchAll(example)) {
    const key = `${command}\n${language}`;
    if (!answers.has(key)) answers.set(key, await answerTo(command, language, app));
  }
  return markdown.replace(
    example,
    (_block, head: string, command: string, language: string) =>
      `${head}\`\`\`${language}\n${answers.get(`${command}\n${language}`)}\n\`\`\``,
  );
}

/** The requests that a document shows, to be tried. */
export const requestsIn = (markdown: string): Asked[] =>
  [...markdown.matchAll(/^curl ([^\n]+)$/gm)].map(([, command = '']) => read(command));

async function answerTo(command: string, language: string, app: FastifyInstance): Promise<string> {
  const { url, headers, showsHead } = read(command);
  const response = await app.inject({
    url: url.slice(origin.length),
    headers: { host: new URL(origin).host, 'x-request-id': requestId, ...headers },
  });
  const body = bodyOf(response, language);
  return showsHead ? `${headOf(response)}\n\n${body}`.trimEnd() : body;
}

function read(command: string): Asked {
  const url = /'(http[^']*)'/.exec(command)?.[1];
  if (url === undefined || !url.startsWith(origin)) {
    throw new Error(`an example asks something else than ${origin}: curl ${command}`);
  }
  const encoded = [...command.matchAll(/--data-urlencode '([^=']+)=([^']*)'/g)];
  const query = encoded.map(([, name = '', value = '']) => `${name}=${encodeURIComponent(value)}`).join('&');
  const given = [...command.matchAll(/-H '([^:']+): ([^']*)'/g)];
  const headers = Object.fromEntries(given.map(([, name = '', value = '']) => [name.toLowerCase(), value]));
  return { url: query === '' ? url : `${url}?${query}`, headers, showsHead: /(?:^| )-i /.test(command) };
}

function bodyOf(response: LightMyRequestResponse, language: string): string {
  const text = response.body
    .replace(/"(ingestedAt|at)":"[^"]+"/g, `"$1":"${ingestedAt}"`)
    .replace(/since=20[\dT%A.-]+Z/g, `since=${encodeURIComponent(ingestedAt)}`);
  return language === 'json' ? JSON.stringify(JSON.parse(text), null, 2) : text.trimEnd();
}

/** The status line, and the headers that tell something; not the ETag, which changes with every release. */
function headOf({ statusCode, statusMessage, headers }: LightMyRequestResponse): string {
  const shown = ['content-type', 'link', 'location', 'allow', 'retry-after', 'content-range'];
  const lines = shown
    .filter((name) => headers[name] !== undefined)
    .map((name) => `${name}: ${headers[name]}`);
  return [`HTTP/1.1 ${statusCode} ${statusMessage}`, ...lines].join('\n');
}
