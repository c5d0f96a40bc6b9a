// docs/formats.md tells the truth: each request in it is sent, and what stands below it is in the answer.
import { readFileSync } from 'node:fs';
import t from 'tap';
import { inProject } from '../../src/project.ts';
import { testApp } from '../support/app.ts';
import { description } from '../support/contract.ts';

const text = readFileSync(inProject('docs', 'formats.md'), 'utf8');

interface Example {
  url: string;
  language: string;
  answer: string;
}

const examples: Example[] = [...text.matchAll(/```http\nGET (\S+)\n```\n\n```(\w+)\n([\s\S]*?)\n```/g)].map(
  ([, url = '', language = '', answer = '']) => ({ url, language, answer }),
);

/** Whether a value holds all that an example shows; of a list, the items that it begins with. */
function holds(value: unknown, shown: unknown): boolean {
  if (typeof shown !== 'object' || shown === null) return value === shown;
  if (typeof value !== 'object' || value === null) return false;
  const entries = new Map(Object.entries(value));
  return Object.entries(shown).every(([key, inner]) => holds(entries.get(key), inner));
}

/** A text as a regular expression that finds it. */
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a text holds the pieces of a line in their order. */
const holdsLine = (body: string, line: string): boolean =>
  new RegExp(line.split('…').map(escaped).join('[\\s\\S]*')).test(body);

t.equal(examples.length, 10);

for (const { url, language, answer } of examples) {
  t.test(url, async (t) => {
    const { ask } = await testApp(t);
    const response = await ask(url);
    t.equal(response.statusCode, 200);
    if (language === 'json') t.ok(holds(response.json(), JSON.parse(answer)), answer);
    else for (const line of answer.split('\n')) t.ok(holdsLine(response.body, line), line);
  });
}

t.test('the table names every format that the description knows', async (t) => {
  const paths = Object.entries(description.paths ?? {});
  const others = paths.filter(([, item]) => item?.get?.tags?.includes('Formats'));
  const formats = new Set(['json', ...others.map(([path]) => path.replace(/^.*\./, ''))]);
  const named = [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  t.same(named.sort(), [...formats].sort());
});
