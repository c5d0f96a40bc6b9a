// Locating passages: what is written into the YAML and what is left alone, and each way in which it can be refused.
import { createHash } from 'node:crypto';
import { readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { LineCounter, Scalar } from 'yaml';
import { Article, readArticle } from '../../src/authoring/articles/article.ts';
import { locate } from '../../src/authoring/articles/locate.ts';
import { locateCommand } from '../../src/authoring/articles/locate-command.ts';
import { nearMiss } from '../../src/authoring/articles/near-miss.ts';
import { RenditionIds } from '../../src/authoring/articles/rendition-ids.ts';
import { replaceFile } from '../../src/authoring/articles/replace-file.ts';
import { labelOf } from '../../src/ingest/read/file-names.ts';
import { offsetOf, plainValue, valueEndOf } from '../../src/ingest/read/yaml-values.ts';
import { run } from '../ingest/command.ts';
import { article, type Files, shown, write } from '../ingest/world.ts';

const longer = `😀 قال نوح «نعم» ثم قال «نعم» أيضا.\r\n \nقال نوح: لا. وقال نوح إن اللقاء «مفيد » جدا.\r\n`;
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const articles = { 'one.txt': article, 'two.txt': longer };

const sources = `# the two
- id: one # first
  file: one.txt
  sha256: '${digestOf(article)}'
  note: >-
    Folded
    text.

- { id: two, file: two.txt, sha256: '${digestOf(longer)}' }
- { id: cited, url: https://cited.example/ }
`;

const statements = `# who said what
- id: near
  renditions:
    # the first
    - source: one   # by nobody
      quotes: ["السلام قريب"]   # in marks
      passage: [قالت عايدة, "قريب\\""]  # as printed
      note: null
    - source: two
      quotes:
        # twice
        - نعم
        - "نعم"
      passage: ["قال نوح", 'أيضا.']
      paragraph: 1
    - { source: two, passage: "لا", quotes: [] }
- id: good
  renditions:
    - id: chosen-by-hand
      source: two
      passage: [وقال نوح, جدا]
      quotes: [{ text: "مفيد " }]
`;

const claims = `- id: c
  source: one
  paragraph: 2
  passage:
    - الهدنة
    - غدا
`;

/** Locates in fresh folders, and gives back what the seeds then say. */
function locating(dir: string, seeds: Files, texts: Files = articles) {
  const folder = write(path.join(dir, 'seeds'), seeds);
  const report = locate(write(path.join(dir, 'articles'), texts), folder);
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const problems = shown(report.problems, folder, dir);
  return { folder, report, read, problems };
}

t.test('fills in positions and leaves everything else byte for byte', async (t) => {
  const dir = t.testdir();
  const { read, report, problems, folder } = locating(dir, {
    'sources.yaml': sources,
    'statements.yaml': statements,
    'claims.yaml': claims,
  });
  t.strictSame(problems, []);
  t.match(report, { passages: 5, quotes: 4, ids: 3 });
  t.equal(
    read('sources.yaml'),
    sources
      .replace(
        '    text.\n',
        '    text.\n  paragraphs:\n    - { start: 0, end: 39 }\n    - { start: 41, end: 67 }\n',
      )
      .replace(
        `${digestOf(longer)}' }`,
        `${digestOf(longer)}', paragraphs: [{ start: 0, end: 34 }, { start: 38, end: 82 }] }`,
      ),
  );
  t.equal(
    read('statements.yaml'),
    statements
      .replace('- source: one   #', '- id: near-one\n      source: one   #')
      .replace('["السلام قريب"]', '[{ text: "السلام قريب", start: 15, end: 26 }]')
      .replace('passage: [قالت عايدة, "قريب\\""]', 'paragraph: 1\n      start: 0\n      end: 27')
      .replace('- source: two', '- id: near-two\n      source: two')
      .replace('- نعم', '- { text: "نعم", start: 11, end: 14 }')
      .replace('- "نعم"', '- { text: "نعم", start: 24, end: 27 }')
      .replace(`passage: ["قال نوح", 'أيضا.']`, 'start: 2\n      end: 34')
      .replace(
        '{ source: two, passage: "لا"',
        '{ id: near-two-2, source: two, paragraph: 2, start: 47, end: 49',
      )
      .replace('passage: [وقال نوح, جدا]', 'paragraph: 2\n      start: 51\n      end: 81')
      .replace('{ text: "مفيد " }', '{ text: "مفيد ", start: 71, end: 76 }'),
  );
  t.equal(read('claims.yaml'), '- id: c\n  source: one\n  paragraph: 2\n  start: 51\n  end: 66\n');
  const again = locate(path.join(dir, 'articles'), folder);
  t.match(
    again,
    { written: [], problems: [], passages: 0, quotes: 0, ids: 0 },
    'a second run changes nothing',
  );
});

t.test('a passage given again takes the place of the old positions', async (t) => {
  const located = `- id: near
  renditions:
    - passage: [قالت عايدة, المدينة] # anew
      id: near-one
      source: one
      quotes:
        - { text: السلام قريب, start: 1, end: 2 }
      start: 5 # old
      end: 9
      paragraph: 2
    - { id: b, source: one, paragraph: 1, start: 1, end: 2, passage: قريب }
    - { passage: الهدنة, id: c, source: one, paragraph: 2, start: 1, end: 2 }
    - id: d
      source: one
      paragraph: 2
      start: 0
      end: 1
      passage: 'تبدأ غدا' # gone
`.replace('paragraph: 2\n    - { id: b', 'paragraph: 1\n    - { id: b');
  const { read, problems } = locating(t.testdir(), { 'sources.yaml': sources, 'statements.yaml': located });
  t.strictSame(problems, []);
  t.equal(
    read('statements.yaml'),
    `- id: near
  renditions:
    - id: near-one
      source: one
      quotes:
        - { text: السلام قريب, start: 15, end: 26 }
      start: 0 # old
      end: 38
      paragraph: 1
    - { id: b, source: one, paragraph: 1, start: 22, end: 26 }
    - { id: c, source: one, paragraph: 2, start: 51, end: 57 }
    - id: d
      source: one
      paragraph: 2
      start: 58
      end: 66
`,
  );
});

t.test('quotes alone are looked for in the span that is there', async (t) => {
  const seeds =
    '- { id: a, renditions: [{ id: b, source: one, start: 0, end: 30, quotes: [قريب] }, { id: c, source: one, quotes: [x] }] }\n';
  const { read, problems } = locating(t.testdir(), { 'sources.yaml': sources, 'statements.yaml': seeds });
  t.strictSame(problems, [
    'statements.yaml:1:84 renditions[1].passage: missing; give [first words, last words], so that quotes can be looked for between them',
  ]);
  t.equal(read('statements.yaml'), seeds);
});

t.test('an excerpt is looked for in its passage', async (t) => {
  const seeds = `- id: a
  renditions:
    - id: b
      source: one
      passage: [قالت, المدينة]
      excerpt: السلام قريب
`;
  const { read, problems } = locating(t.testdir(), { 'sources.yaml': sources, 'statements.yaml': seeds });
  t.strictSame(problems, []);
  t.match(read('statements.yaml'), '      excerpt: { text: "السلام قريب", start: 15, end: 26 }\n');
});

const oneRendition = (fields: string): string => `- { id: a, renditions: [{ id: b, ${fields} }] }\n`;

for (const { name, fields, problem } of [
  {
    name: 'words that are not there',
    fields: 'source: one, passage: [كذا, قريب]',
    problem: "58 renditions[0].passage: 'كذا' is not in the article; write it to the letter",
  },
  {
    name: 'a space that the article has not',
    fields: 'source: one, passage: "قالت\u00a0عايدة"',
    problem: `58 renditions[0].passage: 'قالت\u00a0عايدة' nearly stands in paragraph 1, but yours has U+00A0 (no-break space) where the article has U+0020 (space) after 'قالت'; write "قالت عايدة"`,
  },
  {
    name: 'marks and letters that the article has not',
    fields: 'source: one, passage: ["قَالت\u200f", "المدینـة"]',
    problem: `58 renditions[0].passage: 'قَالت\u200f' nearly stands in paragraph 1, but yours has U+064E (fatha) after 'ق'; yours has U+200F (right-to-left mark) after 'الت'; write "قالت"`,
  },
  {
    name: 'letters that look alike at the end of a passage',
    fields: 'source: one, passage: [قالت, "المدینـة"]',
    problem: `58 renditions[0].passage: 'المدینـة' nearly stands in paragraph 1, but yours has U+06CC (Farsi yeh) where the article has U+064A (Arabic yeh) after 'المد'; yours has U+0640 (tatweel) after 'ن'; write "المدينة"`,
  },
  {
    name: 'a quote that the article has in other code points',
    fields: 'source: one, passage: [قالت, المدينة], quotes: ["السلام قر\u064eيب"]',
    problem: `79 renditions[0].quotes[0]: nearly stands, but yours has U+064E (fatha) after 'قر'; write "السلام قريب"`,
  },
  {
    name: 'last words that are not there',
    fields: 'source: one, passage: [قالت, كذا]',
    problem: "58 renditions[0].passage: 'كذا' is not in the article; write it to the letter",
  },
  {
    name: 'last words in another paragraph',
    fields: 'source: one, passage: [قالت, غدا]',
    problem: "58 renditions[0].passage: 'غدا' does not follow 'قالت' inside one paragraph (1 against 2)",
  },
  {
    name: 'words in several paragraphs',
    fields: 'source: two, passage: قال نوح',
    problem:
      "58 renditions[0].passage: 'قال نوح' stands in paragraphs 1, 2; give more words, or paragraph: N",
  },
  {
    name: 'words that stand twice in a paragraph',
    fields: 'source: two, paragraph: 1, passage: نعم',
    problem: "72 renditions[0].passage: 'نعم' stands 2 times in paragraph 1; give more words",
  },
  {
    name: 'a paragraph that is another',
    fields: 'source: one, paragraph: 2, passage: قالت عايدة',
    problem: '72 renditions[0].passage: not in paragraph 2, but in paragraph 1; correct the number',
  },
  {
    name: 'a passage that is none',
    fields: 'source: one, passage: [a, b, c]',
    problem: '58 renditions[0].passage: expected the words of the passage, or [first words, last words]',
  },
  {
    name: 'a source that is not there',
    fields: 'source: six, passage: x',
    problem: "44 renditions[0].source: no source 'six'",
  },
  {
    name: 'a quote that is not there',
    fields: 'source: one, passage: قالت عايدة, quotes: [السلام]',
    problem:
      '79 renditions[0].quotes[0]: is not inside the passage; write it to the letter, or give the passage more words',
  },
  {
    name: 'an excerpt that is not there',
    fields: 'source: one, passage: قالت عايدة, excerpt: السلام',
    problem:
      '79 renditions[0].excerpt: is not inside the passage; write it to the letter, or give the passage more words',
  },
  {
    name: 'a passage of a source that is known without its text',
    fields: 'source: cited, passage: قالت عايدة',
    problem:
      '58 renditions[0].passage: cited is known without its text, so that nothing can be located in it; write quotes as { text: … }, and no passage',
  },
  {
    name: 'quotes that are none',
    fields: 'source: one, passage: [قالت, المدينة], quotes: [[قريب]]',
    problem: '87 renditions[0].quotes[0]: expected the quoted words',
  },
  {
    name: 'quotes out of order',
    fields: 'source: one, passage: [قالت, المدينة], quotes: [قريب, السلام]',
    problem:
      '87 renditions[0].quotes[1]: stands before the quote above it; put the quotes in the order of the text',
  },
]) {
  t.test(name, async (t) => {
    const seeds = oneRendition(fields);
    const { read, problems } = locating(t.testdir(), { 'sources.yaml': sources, 'statements.yaml': seeds });
    t.strictSame(
      problems.map((line) => line.replace(/:1:\d+ /, ' ')),
      [`statements.yaml ${problem.replace(/^\d+ /, '')}`],
    );
    t.equal(read('statements.yaml'), seeds, 'the file is as it was');
  });
}

t.test('articles that are not the ones recorded', async (t) => {
  const passages = { 'sources.yaml': sources, 'statements.yaml': statements, 'claims.yaml': claims };
  const dir = t.testdir();
  const { read, problems } = locating(dir, passages, {
    'one.txt': `${article} `,
    'two.txt': Buffer.from([0xff]),
  });
  t.strictSame(
    problems,
    [
      `sources.yaml:4:11 sha256: one.txt has the SHA-256 ${digestOf(`${article} `)}; it is not the text that was recorded`,
      'sources.yaml:9:20 file: two.txt in .tap: is not UTF-8 (byte 0xff at offset 0); save the file as UTF-8',
    ].map((line) => line.replace('in .tap', 'in articles')),
  );
  for (const [file, text] of Object.entries(passages)) t.equal(read(file), text);
});

t.test('an article that is missing, seeds that cannot be read', async (t) => {
  const { problems } = locating(
    t.testdir(),
    {
      'sources.yaml': sources,
      'statements.yaml': '- a: &x 1\n',
      'claims.yaml': Buffer.from([0xff]),
      'claim.yaml': '',
    },
    { 'one.txt': article },
  );
  t.match(problems, [
    /^claim\.yaml: 'claim\.yaml' does not say what it holds/,
    'claims.yaml:1:1: is not UTF-8 (byte 0xff at offset 0); save the file as UTF-8',
    /^sources\.yaml:9:20 file: two\.txt in .*: no such file or folder/,
    "statements.yaml:1:6: anchor '&x' is refused; remove it",
  ]);
});

t.test('records of an odd shape are left to the ingest', async (t) => {
  const seeds = {
    'sources.yaml': sources,
    'statements.yaml': '- a\n- { id: b }\n- { id: c, renditions: [d, 3] }\n',
    'claims.yaml': 'id: c\n',
  };
  const { read, problems } = locating(t.testdir(), seeds);
  t.strictSame(problems, []);
  t.equal(read('statements.yaml'), seeds['statements.yaml']);
});

t.test('paragraphs are refreshed in the style they are written in', async (t) => {
  const seed = (paragraphs: string) =>
    `- file: one.txt\n  id: one\n  sha256: '${digestOf(article)}'\n  ${paragraphs}\n  note: { en: x }\n`;
  for (const [from, to] of [
    ['paragraphs: [{ start: 0, end: 1 }]', 'paragraphs: [{ start: 0, end: 39 }, { start: 41, end: 67 }]'],
    [
      'paragraphs:\n  - start: 0\n    end: 1 # old',
      'paragraphs:\n  - { start: 0, end: 39 }\n  - { start: 41, end: 67 } # old',
    ],
    ['paragraphs: null', 'paragraphs: [{ start: 0, end: 39 }, { start: 41, end: 67 }]'],
  ] as const) {
    const { read, problems } = locating(t.testdir(), { 'sources.yaml': seed(from) });
    t.strictSame(problems, []);
    t.equal(read('sources.yaml'), seed(to));
  }
});

t.test('a passage that comes first, a file that ends without a line break', async (t) => {
  const { read, problems } = locating(t.testdir(), {
    'sources.yaml': sources,
    'statements.yaml': '- id: a\n  renditions:\n    - passage: قريب\n      source: one\n',
    'claims.yaml': '- id: c\n  source: one\n  paragraph: 1\n  start: 0\n  end: 1\n  passage: قريب',
  });
  t.strictSame(problems, []);
  t.equal(
    read('statements.yaml'),
    '- id: a\n  renditions:\n    - id: a-one\n      paragraph: 1\n      start: 22\n      end: 26\n      source: one\n',
  );
  t.equal(read('claims.yaml'), '- id: c\n  source: one\n  paragraph: 1\n  start: 22\n  end: 26\n');
});

t.test('an article that is a folder', async (t) => {
  t.equal(readArticle(t.testdir({ 'one.txt': {} }), 'one.txt'), 'is a folder; expected a file');
});

t.test('a file that cannot be replaced', async (t) => {
  const dir = t.testdir();
  const folder = write(path.join(dir, 'seeds'), { 'sources.yaml': sources });
  const { problems, written } = locate(
    write(path.join(dir, 'articles'), articles),
    folder,
    () => 'is elsewhere',
  );
  t.strictSame(shown(problems, folder), ['sources.yaml:1:1: is elsewhere']);
  t.strictSame(written, []);
});

t.test('a node that was made rather than read stands nowhere', async (t) => {
  t.equal(offsetOf(new Scalar('x')), 0);
  t.equal(valueEndOf(null), 0);
  t.equal(plainValue(null, new LineCounter(), []), null);
});

t.test('ids', async (t) => {
  const ids = new RenditionIds(['a-article-001']);
  t.equal(ids.next('a', 'article-001'), 'a-article-001-2');
  t.equal(ids.next('a', 'article-001'), 'a-article-001-3');
  const long = `${'word-'.repeat(15)}word`;
  const first = ids.next(long, 'article-001');
  t.ok(first.length <= 80 && /^word(-word)+-article-001$/.test(first), first);
  t.match(ids.next(long, 'article-001'), /^word(-word)+-article-001-2$/);
});

t.test('a file that was saved meanwhile is not overwritten, and links stay links', async (t) => {
  const dir = t.testdir({ 'a.yaml': 'old' });
  const file = path.join(dir, 'a.yaml');
  const link = path.join(dir, 'b.yaml');
  symlinkSync('a.yaml', link);
  t.equal(replaceFile(file, 'other', 'new'), 'was changed meanwhile; run the command again');
  t.equal(readFileSync(file, 'utf8'), 'old');
  t.match(replaceFile(path.join(dir, 'gone'), 'other', 'new'), /^no such file or folder/);
  t.equal(replaceFile(link, 'old', 'new'), null);
  t.equal(readFileSync(file, 'utf8'), 'new');
  t.ok(statSync(link).isFile());
});

t.test('the command', async (t) => {
  const dir = t.testdir();
  const seeds = write(path.join(dir, 'seeds'), { 'sources.yaml': sources, 'claims.yaml': claims });
  const texts = write(path.join(dir, 'articles'), articles);
  const done = await run('locate', [texts, seeds]);
  t.match(done, { status: 0, stderr: '' });
  t.equal(
    done.stdout.replaceAll(labelOf(seeds), ''),
    '/sources.yaml rewritten\n/claims.yaml rewritten\n1 passage and 0 quotes located, 0 renditions named.\n',
  );
  const said = (...args: string[]) => {
    const texts = { stdout: '', stderr: '' };
    const status = locateCommand(args, {
      environment: {},
      stdout: { write: (text) => (texts.stdout += text) },
      stderr: { write: (text) => (texts.stderr += text) },
    });
    return { status, ...texts };
  };
  t.match(said('--help'), { status: 0, stdout: /^Usage: npm run locate/ });
  t.match(said('--halp'), { status: 2, stderr: /^unknown option --halp; did you mean --help\?\n/ });
  t.match(said(), { status: 2, stderr: /^expected the folder of the articles, then perhaps the seeds\n/ });
  t.match(said(texts, seeds, seeds), { status: 2 });
  t.match(said('/gone'), { status: 1, stderr: /gone: no such file or folder/ });
  t.match(said(path.join(texts, 'one.txt'), seeds), {
    status: 1,
    stderr: /one\.txt: is a file; expected the folder/,
  });
  write(seeds, { 'claims.yaml': claims.replace('غدا', 'أمس') });
  const refused = said(texts, seeds);
  t.match(refused, {
    status: 1,
    stderr: /is not in the article.*\n\n1 problem\. Files with a problem were left as they were\.\n$/,
  });
});

t.test('the difference between words and what is printed, code point by code point', async (t) => {
  const printed = 'Le pre\u0301sident a dit\u00a0: «\u202foui\u202f»';
  const article = new Article(printed, '');
  const said = nearMiss(article, 'Le pr\u00e9sident a dit : « oui »', article.paragraphs);
  t.match(
    said,
    /^nearly stands, but yours has U\+00E9 \(é\) where the article has U\+0065 \(e\) U\+0301 \(combining acute\) after 'pr'/,
  );
  t.match(said, /yours has U\+0020 \(space\) where the article has U\+00A0 \(no-break space\) after 'dit'/);
  t.match(said, /where the article has U\+202F \(narrow no-break space\)/);
  t.match(said, /write "Le pre\\u0301sident a dit\\u00a0: «\\u202foui\\u202f»"$/);
  t.equal(nearMiss(article, 'la présidente', article.paragraphs), null);
  t.equal(nearMiss(article, '\u200f', article.paragraphs), null);
});
