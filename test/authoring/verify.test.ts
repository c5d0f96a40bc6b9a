// Proving the seeds against the articles: what passes, what is called wrong, what only asks for a second look.
import path from 'node:path';
import t from 'tap';
import { verify } from '../../src/authoring/articles/verify.ts';
import { verifyCommand } from '../../src/authoring/articles/verify-command.ts';
import { run } from '../ingest/command.ts';
import { added, article, changed, type Files, shown, world, write } from '../ingest/world.ts';

function verifying(dir: string, seeds: Files, text = article) {
  const folder = write(path.join(dir, 'seeds'), seeds);
  const report = verify(write(path.join(dir, 'articles'), { 'report.txt': text }), folder);
  return {
    ...report,
    problems: shown(report.problems, folder, dir),
    warnings: shown(report.warnings, folder, dir),
  };
}

t.test('a world that is right', async (t) => {
  t.match(verifying(t.testdir(), world), {
    problems: [],
    warnings: [],
    proven: { sources: 1, renditions: 1, quotes: 1, claims: 2 },
  });
});

t.test('renditions that are added to a statement which stands elsewhere', async (t) => {
  const seeds = (text: string): Files => ({ 'sources.yaml': world['sources.yaml'], 'statements.yaml': text });
  t.match(verifying(t.testdir({ seeds: {} }), seeds(added)), { problems: [], proven: { renditions: 1 } });
  t.match(verifying(t.testdir({ seeds: {} }), seeds(added.replace('end: 66', 'end: 99'))).problems, [
    /renditions\[0\]\.start: 41–99 is not inside paragraph 2/,
  ]);
});

const excerpted = (text: string, start: number, end: number): Files =>
  changed(
    'statements.yaml',
    '      paragraph: 1',
    `      excerpt: { text: ${text}, start: ${start}, end: ${end} }\n      paragraph: 1`,
  );

t.test('an excerpt', async (t) => {
  t.same(verifying(t.testdir({ seeds: {} }), excerpted('قالت عايدة', 0, 10)).problems, []);
  t.match(verifying(t.testdir({ seeds: {} }), excerpted('قالت عائدة', 0, 10)).problems, [
    /renditions\[0\]\.excerpt\.text: other words stand at 0–10; run npm run locate/,
  ]);
  t.match(verifying(t.testdir({ seeds: {} }), excerpted('قالت', 0, 10)).problems, [
    /has 4 characters, but 0–10 holds 10/,
  ]);
  t.match(verifying(t.testdir({ seeds: {} }), excerpted('المدينة.', 30, 38)).problems, [
    /30–38 is not inside the rendition's 0–27/,
  ]);
  t.match(verifying(t.testdir({ seeds: {} }), excerpted('x'.repeat(301), 0, 27)).problems, [
    /excerpt\.text: expected at most 300 characters/,
  ]);
});

for (const { name, seeds, text, problems = [], warnings = [] } of [
  {
    name: 'an article that changed',
    text: article.replace('غدا', 'أمس'),
    problems: [
      /^sources\.yaml:4:11 sha256: report\.txt has the SHA-256 [0-9a-f]{64}; it is not the text that was recorded$/,
    ],
  },
  {
    name: 'an article that is not there',
    seeds: changed('sources.yaml', 'report.txt', 'gone.txt'),
    problems: [/^sources\.yaml:3:9 file: gone\.txt in articles: no such file or folder/],
  },
  {
    name: 'paragraphs that are elsewhere',
    seeds: changed('sources.yaml', 'start: 0, end: 39', 'start: 0, end: 40'),
    problems: ["sources.yaml:9:5 paragraphs: not where the article's 2 paragraphs are; run npm run locate"],
  },
  {
    name: 'spans outside their paragraphs, paragraphs and sources that are not there',
    seeds: {
      ...changed(
        'claims.yaml',
        'attributedTo: ada\n  paragraph: 2\n  start: 41',
        'paragraph: 2\n  start: 40',
      ),
      'statements.yaml': `${world['statements.yaml'].replace('paragraph: 1', 'paragraph: 3')}${world['statements.yaml'].replace('source: report', 'source: six')}`,
    },
    problems: [
      'claims.yaml:8:10 start: 40–50 is not inside paragraph 2 (41–67)',
      'statements.yaml:19:18 renditions[0].paragraph: report has no paragraph 3; it has 2',
      "statements.yaml:33:15 renditions[0].source: no source 'six'",
    ],
  },
  {
    name: 'a rendition that nobody has located yet',
    seeds: {
      ...world,
      'statements.yaml': world['statements.yaml']
        .replace(', start: 15, end: 26', '')
        .replace(/ {6}paragraph: 1\n {6}start: 0\n {6}end: 27\n/, ''),
    },
    problems: ['statements.yaml:11:7 renditions[0].start: missing; run npm run locate'],
  },
  {
    name: 'other words than the quote',
    seeds: changed('statements.yaml', 'السلام قريب, start: 15, end: 26', 'السلام بعيد, start: 15, end: 26'),
    problems: [
      'statements.yaml:18:19 renditions[0].quotes[0].text: other words stand at 15–26; run npm run locate',
    ],
  },
  {
    name: 'a speech verb that is not printed',
    seeds: changed('statements.yaml', 'text: قالت', 'text: أكدت'),
    problems: [
      "statements.yaml:15:20 renditions[0].cue.text: 'أكدت' is not in paragraph 1; write it as printed",
    ],
  },
  {
    name: 'no speech verb at all',
    seeds: changed('statements.yaml', 'cue: { text: قالت, lemma: قال }', 'cue: null'),
  },
  {
    name: 'a quote outside the marks, a span with space at its end',
    seeds: changed(
      'statements.yaml',
      '{ text: السلام قريب, start: 15, end: 26 }',
      '{ text: عايدة, start: 5, end: 10 }',
    ),
    warnings: ['statements.yaml:18:19 renditions[0].quotes[0].text: does not stand between quotation marks'],
  },
  {
    name: 'spans that begin or end with space',
    seeds: changed(
      'claims.yaml',
      'paragraph: 2\n  start: 41\n  end: 50\n- id: who',
      'paragraph: 2\n  start: 47\n  end: 50\n- id: who',
    ),
    warnings: ['claims.yaml:9:10 start: the span begins or ends with white space'],
  },
  {
    name: 'marks in indirect speech',
    seeds: {
      ...world,
      'statements.yaml': world['statements.yaml']
        .replace('mode: mixed', 'mode: indirect')
        .replace('\n        - { text: السلام قريب, start: 15, end: 26 }', ' []'),
    },
    warnings: [
      "statements.yaml:14:13 renditions[0].mode: is 'indirect', but quotation marks stand in the span",
    ],
  },
  {
    name: 'records and files that are wrong by themselves',
    seeds: {
      ...changed('statements.yaml', 'mode: mixed', 'mode: indirect'),
      'claims.yaml': '- id: &x y\n',
      'sources.yml': '- { id: x }\n',
      'source.yaml': '',
    },
    problems: [
      "claims.yaml:1:7: anchor '&x' is refused; remove it",
      /^source\.yaml: 'source\.yaml' does not say what it holds/,
      /^sources\.yml:1:3 name: missing/,
      /^sources\.yml:1:3 language: missing/,
      "statements.yaml:14:13 renditions[0].mode: 'indirect' has no quotes; write 'mixed', or remove them",
    ],
  },
] as { name: string; seeds?: Files; text?: string; problems?: (string | RegExp)[]; warnings?: string[] }[]) {
  t.test(name, async (t) => {
    const found = verifying(t.testdir(), seeds ?? world, text);
    t.equal(found.problems.length, problems.length, found.problems.join('\n'));
    t.match(found.problems, problems);
    t.equal(found.problemCount, problems.length);
    t.strictSame(found.warnings, warnings);
  });
}

t.test('records of bulk files are proven too', async (t) => {
  const { 'claims.yaml': claims, ...rest } = world;
  const line =
    '{"kind":"claim","id":"c","event":"talks","attribute":"a","value":{"type":"date","value":"2025"},"source":"report","paragraph":2,"start":41,"end":50}';
  const { problems } = verifying(t.testdir(), { ...rest, 'claims.ndjson': '{' });
  t.equal(problems.length, 1, 'a fault of such a file is told once');
  const { proven } = verifying(t.testdir(), { ...rest, 'claims.ndjson': line });
  t.match(proven, { claims: 1, renditions: 1 });
  t.ok(claims);
});

t.test('the command', async (t) => {
  const dir = t.testdir();
  const seeds = write(path.join(dir, 'seeds'), world);
  const articles = write(path.join(dir, 'articles'), { 'report.txt': article });
  t.match(await run('verify', [articles, seeds]), {
    status: 0,
    stdout: '1 source, 1 rendition, 1 quote and 2 claims proven.\n',
    stderr: '',
  });
  const said = (...args: string[]) => {
    const texts = { stdout: '', stderr: '' };
    const status = verifyCommand(args, {
      environment: {},
      stdout: { write: (text) => (texts.stdout += text) },
      stderr: { write: (text) => (texts.stderr += text) },
    });
    return { status, ...texts };
  };
  t.match(said('--help'), { status: 0, stdout: /^Usage: npm run verify/ });
  t.match(said(), { status: 2 });
  write(
    seeds,
    changed(
      'claims.yaml',
      'paragraph: 2\n  start: 41\n  end: 50\n- id: who',
      'paragraph: 2\n  start: 47\n  end: 50\n- id: who',
    ),
  );
  t.match(said(articles, seeds), {
    status: 0,
    stderr: /^warning: .*claims\.yaml:9:10 start: the span begins/,
  });
  write(seeds, changed('statements.yaml', 'text: قالت', 'text: أكدت'));
  t.match(said(articles, seeds), {
    status: 1,
    stdout: '',
    stderr: /\n\n1 problem\. Only 1 source, 0 renditions, 1 quote and 2 claims proven\.\n$/,
  });
});
