// GET /llms.txt: a guide for agents (https://llmstxt.org), which leads to every answer by a request that works.
import type { FastifyInstance } from 'fastify';
import type { OpenAPIV3_1 } from 'openapi-types';
import type { Context } from '../../http/context.ts';
import { type Tried, triedOperations } from '../../http/openapi/example-urls.ts';
import { inProfile } from '../../http/openapi/profiles.ts';
import { originOf } from '../../http/request/origin.ts';

const introduction = `# Summit Record

> Who said what at a summit, when, where, to whom and about what, and how each outlet reported it, to the character. A read-only
> JSON API over HTTP GET; no key is needed. The first summit is the meeting of Putin and Trump in Alaska on 15 August 2025, as
> five Arabic articles report it.

- A *statement* is one thing that one speaker said. A *rendition* is the passage of one article that reports it; its *mode* is
  \`direct\`, \`mixed\` or \`indirect\` speech, its *cue* the verb, its *quotes* the exact words inside quotation marks.
- A *source* is an article, an *outlet* an organization that publishes; \`via\` is the outlet that a passage credits.
- A *claim* is a fact that an article states about an event; a *discrepancy* holds all claims about one fact, compared.
- Every filter takes ids, Wikidata ids or names in any script: \`speaker=putin\`, \`speaker=بوتين\`, \`speaker=Q7747\`. A comma means
  any of them, a leading \`!\` none of them.
- Lists answer \`{"data": […], "page": {"total", "limit", "next"}}\`. Follow \`page.next\` as it is, until it is null.
- \`fields=id,gist.en\` keeps only these fields: ask for few, as a statement with all its renditions is long.
- Errors are problem details (RFC 9457): \`code\`, \`detail\`, \`param\`, \`hint\` (the nearest valid value) and \`allowed\`.
- The same questions as tools of the Model Context Protocol: \`POST /mcp\`.
- The record holds quoted words and summaries, not the text of the articles. Cite the \`href\` of a rendition.
`;

/** Questions that people ask, and the requests that answer them. */
const questions: [question: string, url: string][] = [
  [
    'What did Trump say about Zelensky?',
    '/statements?speaker=trump&mention=zelensky&fields=id,gist.en,reported',
  ],
  ['Who is meant by a name?', '/suggest?q=zelen'],
  ['Where is something said on security?', '/search?q=security&limit=5'],
  [
    'How did each outlet word one statement?',
    '/statements/putin-mutual-respect?fields=gist.en,renditions.source.outlet.id,renditions.quotes.text',
  ],
  [
    'Which words differ between outlets?',
    '/statements?differing=true&reported=2..&fields=id,gist.en,comparison.href',
  ],
  ['What do the sources disagree on?', '/discrepancies?status=conflicting&fields=id,values.label,href'],
  ['How did one outlet report?', '/outlets/xinhua/profile'],
  ['How often was each topic spoken of?', '/statements?facets=topic&limit=1&fields=id'],
];

export function guideRoute(app: FastifyInstance, context: Context): void {
  app.get('/llms.txt', { schema: { hide: true } }, (request, reply) => {
    const described = inProfile(app.swagger() as OpenAPIV3_1.Document, 'json');
    reply.headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=300' });
    reply.send(guideFor(originOf(context, request), triedOperations(described)));
  });
}

function guideFor(origin: string, operations: readonly Tried[]): string {
  const link = (name: string, path: string): string => `- [${name}](${origin}${path})`;
  const headings = [...new Set(operations.map(({ tag }) => tag))];
  const sections = headings.map((heading) => {
    const own = operations.filter(({ tag }) => tag === heading);
    const lines = own.map(({ summary, path, example }) => `${link(summary, example)}: \`${path}\``);
    return [`## ${heading}`, '', ...lines, ''].join('\n');
  });
  return [
    introduction,
    ['## Questions', '', ...questions.map(([question, url]) => link(question, url)), ''].join('\n'),
    ...sections,
    [
      '## Optional',
      '',
      `${link('The API in less than 40 KB (OpenAPI 3.1)', '/openapi.json?profile=small')}`,
      `${link('The whole description', '/openapi.json?profile=full')}`,
      `${link('Try it', '/docs')}`,
      '',
    ].join('\n'),
  ].join('\n');
}
