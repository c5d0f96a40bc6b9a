// No regular expression of src/ takes longer than in proportion to its input, whatever that is: recheck proves it of each.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { check, type Diagnostics } from 'recheck';
import t from 'tap';
import type TypeScript from 'typescript';
import { inProject } from '../../src/project.ts';

const ts = createRequire(import.meta.url)('typescript') as typeof TypeScript;

interface Found {
  source: string;
  flags: string;
  file: string;
}

/** Those that are not linear, each with the reason why that does no harm. */
const bounded: Record<string, string> = {
  'text/query.ts': 'is given 500 characters at most (MAX_QUERY_LENGTH)',
  'pages/intl.ts': 'reads durations that the ingest has checked',
  'authoring/draft/dateline.ts': 'reads the first 90 characters of a paragraph',
  'authoring/draft/writing/speakers.ts': 'reads the words of one name',
  'authoring/draft/writing/statements.ts': 'reads ids that draft makes, some dozens of characters long',
  'authoring/draft/ids.ts': 'reads words of one name or sentence',
  'authoring/import/texts.ts': 'reads a text that was cut to the length of an id or a title',
  'authoring/import/formats/akoma-ntoso-debate.ts': 'reads the name before a speech',
  'authoring/import/formats/claim-review.ts': 'reads one address of an author',
  'authoring/import/formats/csv-columns.ts': 'reads the names of columns',
  'ingest/check/problems.ts': 'reads messages of problems, of a line each',
  'ingest/read/yaml-typing.ts': 'reads one line that a person typed',
};

/** Those that construct expressions later, from settings. */
const constructingLater: Record<string, string> = {
  'http/response/base-path.ts':
    'fixed texts and the path of PUBLIC_URL, which a lookahead reads once at each place',
  'authoring/draft/evaluation/document.ts': 'reads docs/reading.md',
};

const folder = inProject('src');
const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.ts'));

/** Every literal of a file. */
function literalsIn(file: string): Found[] {
  const found: Found[] = [];
  const text = readFileSync(path.join(folder, file), 'utf8');
  const visit = (node: TypeScript.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), file });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** What a file puts together with `new RegExp` when it is loaded: a stand-in for the constructor sees it. */
async function constructedIn(file: string): Promise<Found[]> {
  const found: Found[] = [];
  const real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(real, {
    construct(target, given: [string, string]) {
      const [source, flags = ''] = given;
      const module = path.join('src', file.replace(/ts$/, '')); // source maps may show the source instead of the compiled file
      if (new Error('caller').stack?.includes(module)) found.push({ source, flags, file });
      return new target(...given);
    },
  });
  try {
    await import(`${pathToFileURL(inProject('dist', 'src', file.replace(/\.ts$/, '.js'))).href}?anew`);
  } finally {
    globalThis.RegExp = real;
  }
  return found;
}

/** One after another; what is not told apart within a minute counts as not proven. */
const diagnose = ({ source, flags }: Found): Promise<Diagnostics> =>
  check(source, flags, { timeout: 300_000 });

t.test('every one is linear', async (t) => {
  const literals = files.flatMap(literalsIn);
  t.ok(literals.length > 50, `${literals.length} literals`);
  const constructing = files.filter((file) =>
    /new RegExp\(/.test(readFileSync(path.join(folder, file), 'utf8')),
  );
  const constructed: Found[] = [];
  for (const file of constructing) {
    if (file in constructingLater) continue;
    const found = await constructedIn(file);
    t.not(found.length, 0, `${file}: what it constructs is seen`);
    constructed.push(...found);
  }
  const all = new Map(
    [...literals, ...constructed].map((each) => [`${each.file} /${each.source}/`, each] as const),
  );
  for (const [name, each] of all) {
    const found = await diagnose(each);
    if (found.status === 'safe') continue;
    const why = found.status === 'vulnerable' ? found.complexity.summary : found.error.kind;
    t.ok(each.file in bounded, `${name}: ${why}`);
  }
});

t.test('one that is not is seen', async (t) => {
  for (const source of ['(a+)+$', 'a*a*b', '\\s+$', '(.*),(.*),x'])
    t.equal((await diagnose({ source, flags: '', file: '' })).status, 'vulnerable', source);
});
