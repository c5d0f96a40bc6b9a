// Reads the arguments of the command `draft`.
import { parseArgs } from 'node:util';
import type { CommandContext } from '../../commands/context.ts';
import { inProject } from '../../project.ts';
import type { Language } from './article.ts';

export const usage = `Usage: npm run draft -- [options] <article or folder ...>

Finds who says what in articles (plain text with one paragraph a line, or HTML; Arabic or English) and drafts the records.

  --out <folder>       write sources.yaml, statements.yaml, claims.yaml and, for new speakers, people.yaml
  --json               print a line of JSON for each utterance; offsets count code points
  --explain            print each article with what was found marked in colours
  --language ar|en     take all articles for this language instead of looking at their letters
  --record <folder>    the seeds whose people, organizations and statements are known (the project's seeds/)
  --evaluate <folder>  measure the reading on annotated articles in this folder, and print the figures
  --evaluate-record <folder>
                       measure reading and joining on the record's own articles, whose texts are in this folder
  --write <file>       put the figures into this document too, between its marks <!-- figures --> or <!-- record figures -->
  --help               show this

Exit status: 0 read, 1 a file could not be read, 2 wrong usage.
`;

/** What the command writes to. */
export type Streams = Pick<CommandContext, 'stdout' | 'stderr'>;

export type DraftArguments = {
  paths: string[];
  out: string | null;
  json: boolean;
  explain: boolean;
  language: Language | null;
  record: string;
  evaluate: string | null;
  evaluateRecord: string | null;
  write: string | null;
};

/** The arguments, or the words to print: the usage alone where help was asked for, with a complaint before it otherwise. */
export function readArguments(args: readonly string[]): DraftArguments | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${usage}`;
  }
  const { values, positionals } = parsed;
  if (values.help) return usage;
  const { language } = values;
  if (language !== undefined && language !== 'ar' && language !== 'en')
    return `--language: expected ar or en, found '${language}'\n\n${usage}`;
  if (positionals.length === 0 && values.evaluate === undefined && values['evaluate-record'] === undefined)
    return `Name at least one article.\n\n${usage}`;
  return {
    paths: positionals,
    out: values.out ?? null,
    json: values.json ?? false,
    explain: values.explain ?? false,
    language: language ?? null,
    record: values.record ?? inProject('seeds'),
    evaluate: values.evaluate ?? null,
    evaluateRecord: values['evaluate-record'] ?? null,
    write: values.write ?? null,
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      json: { type: 'boolean' },
      explain: { type: 'boolean' },
      language: { type: 'string' },
      record: { type: 'string' },
      evaluate: { type: 'string' },
      'evaluate-record': { type: 'string' },
      write: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
}
