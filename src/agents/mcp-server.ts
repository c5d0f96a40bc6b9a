// The Model Context Protocol server: tools, resources and a prompt over the API (https://modelcontextprotocol.io).
import { readFileSync } from 'node:fs';
import { type CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { inProject, release } from '../project.ts';
import { nearest } from '../text/nearest.ts';
import { type Api, Refusal } from './api.ts';
import { listDiscrepancies, profileOutlet, resolveName } from './record-tools.ts';
import { compareRenditions, readStatement, searchStatements } from './statement-tools.ts';
import type { Tool } from './tool.ts';

const tools: readonly Tool[] = [
  searchStatements,
  readStatement,
  compareRenditions,
  listDiscrepancies,
  resolveName,
  profileOutlet,
];

const instructions = `Summit Record holds who said what at summits, and how each outlet rendered it, to the letter.
Begin with search_statements; names may be given in any script. A gist is the record's own summary: quote only what stands
in \`quotes\`, and cite the \`url\` of the statement and the source of the quotation.`;

/** Nothing of a release changes while it runs: who subscribes to changes is told at once that none will come. */
const unchanging = { listChanged: false };
const capabilities = { tools: unchanging, resources: unchanging, prompts: unchanging };

/** A server that asks this API. One is made for each HTTP request, or for each process over stdio: it holds no state. */
export function mcpServerOf(api: Api): McpServer {
  const server = new McpServer({ name: 'summit-record', version: release }, { instructions, capabilities });
  for (const each of tools) registerTool(server, api, each);
  registerResources(server, api);
  registerPrompt(server);
  return server;
}

function registerTool(
  server: McpServer,
  api: Api,
  { name, title, description, input, output, answer }: Tool,
): void {
  const annotations = { readOnlyHint: true, openWorldHint: false };
  server.registerTool(
    name,
    { title, description, inputSchema: strict(input), outputSchema: output, annotations }, // a misspelt argument must not find everything
    (given: Record<string, unknown>) => resultOf(answer(api, given)),
  );
}

/** The arguments of a tool and no others; one that there is not is answered with the nearest, and all that there are. */
function strict({ shape }: z.ZodObject): z.ZodObject {
  const names = Object.keys(shape);
  return z.strictObject(shape, {
    error: ({ code, keys }) => {
      if (code !== 'unrecognized_keys') return undefined;
      const [key = ''] = keys as string[];
      const hint = nearest(key, names);
      return `there is no argument '${key}'.${hint === undefined ? '' : ` Nearest: ${hint}.`} Valid: ${names.join(', ')}.`;
    },
  });
}

/** A refusal is a result too: the agent reads it and corrects its arguments. */
async function resultOf(answer: Promise<Record<string, unknown>>): Promise<CallToolResult> {
  try {
    const structuredContent = await answer;
    return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { isError: true, content: [{ type: 'text', text: error.message }] };
  }
}

function registerResources(server: McpServer, api: Api): void {
  server.registerResource(
    'dataset',
    'summit-record://dataset',
    { title: 'The dataset', description: 'Its version, size and downloads.', mimeType: 'application/json' },
    async ({ href }) => ({
      contents: [
        { uri: href, mimeType: 'application/json', text: JSON.stringify(await api.get('/dataset')) },
      ],
    }),
  );
  server.registerResource(
    'glossary',
    'summit-record://glossary',
    {
      title: 'Glossary',
      description: 'The words of the record and their meaning.',
      mimeType: 'text/markdown',
    },
    ({ href }) => ({
      contents: [
        {
          uri: href,
          mimeType: 'text/markdown',
          text: readFileSync(inProject('docs', 'glossary.md'), 'utf8'),
        },
      ],
    }),
  );
}

function registerPrompt(server: McpServer): void {
  server.registerPrompt(
    'answer_with_citations',
    {
      title: 'Answer with citations',
      description: 'Answers a question from the record, with a citation for each sentence.',
      argsSchema: z.object({ question: z.string().min(1) }),
    },
    ({ question }) => ({
      messages: [{ role: 'user', content: { type: 'text', text: promptOf(question) } }],
    }),
  );
}

const promptOf = (question: string): string =>
  `Answer this question from Summit Record alone: ${question}

Cite for each sentence the \`url\` of the statement and the title of the source.
Put between quotation marks only words that stand in \`quotes\`; give them in their own language, with a translation where it
helps. Where sources differ, say which source says which. Where the record holds nothing on it, say so.`;
