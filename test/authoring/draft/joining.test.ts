// Joining to the record: an utterance that renders several statements is cut, texts of known articles help, and figures are measured.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import t, { type Test } from 'tap';
import { parse } from 'yaml';
import { runDraft } from '../../../src/authoring/draft/command.ts';
import { inProject } from '../../../src/project.ts';

type Entry = { statement?: string; renditions: { start: number; end: number }[] };

const people = `
- { id: lind, name: { en: Eva Lind, ar: إيفا ليند } }
- { id: holm, name: { en: Karl Holm, ar: كارل هولم } }
`;
/** Two articles of the record. */
const known =
  'Eva Lind said the ferry fleet will be electric by spring, and that tolls on the old bridge must go.\n';
const other =
  'Lind complained of the bridge. "It should be free for all of us who cross it," Eva Lind said.\n';

function draft(...args: string[]): { status: number; out: string; err: string } {
  let [out, err] = ['', ''];
  const streams = {
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
  };
  return { status: runDraft(args, streams), out, err };
}

const sourceOf = (id: string, text: string) =>
  `- { id: ${id}, file: ${id}.txt, sha256: ${createHash('sha256').update(text).digest('hex')} }\n`;

function rendition(source: string, text: string, words: string, quote = ''): string {
  const start = text.indexOf(words);
  return `{ source: ${source}, start: ${start}, end: ${start + words.length}, quotes: [${quote}] }`;
}

/** A record of two articles, and a folder for articles. */
function world(t: Test): { record: string; articles: string; drafts: string } {
  const ferries = rendition('known', known, 'said the ferry fleet will be electric by spring');
  const tolls = rendition('known', known, 'that tolls on the old bridge must go');
  const free = rendition(
    'other',
    other,
    '"It should be free',
    'It should be free for all of us who cross it',
  );
  const folder = t.testdir({
    record: {
      'people.yaml': people,
      'sources.yaml': sourceOf('known', known) + sourceOf('other', other),
      'statements.yaml': `
- id: lind-ferries
  speakers: [lind]
  gist: { en: Ships will need no fuel, ar: لن تحتاج العبارات إلى وقود وستعمل بالكهرباء قبل الربيع }
  renditions: [${ferries}]
- id: lind-tolls
  speakers: [lind]
  gist: { en: Crossing the bridge must cost nothing, ar: عبور الجسر القديم بلا رسوم }
  renditions: [${tolls}]
- statement: lind-tolls
  renditions: [${free}]
- id: holm-taxes
  speakers: [holm]
  gist: { en: The city needs higher taxes, ar: تحتاج المدينة إلى ضرائب أعلى }
  renditions: [{ source: elsewhere, quotes: [higher taxes for the city] }]
`,
    },
    articles: {},
    drafts: {},
  });
  const inside = (name: string) => path.join(folder, name);
  return { record: inside('record'), articles: inside('articles'), drafts: inside('drafts') };
}

/** What the draft of an article joins: each entry's statement, or null, and its words. */
function entries(t: Test, text: string, beside: Record<string, string> = {}): [string | null, string][] {
  const { record, articles, drafts } = world(t);
  for (const [name, content] of Object.entries({ ...beside, 'new.txt': text }))
    writeFileSync(path.join(articles, name), content);
  draft('--record', record, '--out', drafts, path.join(articles, 'new.txt'));
  const read: Entry[] = parse(readFileSync(path.join(drafts, 'statements.yaml'), 'utf8'));
  return read.map(({ statement, renditions: [only] }) => [
    statement ?? null,
    text.slice(only?.start, only?.end),
  ]);
}

t.test('sentences of one quotation join a statement each', async (t) => {
  const text = 'Eva Lind said: "Our ships will need no fuel. Crossing the bridge must cost you nothing."\n';
  t.strictSame(entries(t, text), [
    ['lind-ferries', 'said: "Our ships will need no fuel'],
    ['lind-tolls', 'Crossing the bridge must cost you nothing."'],
  ]);
});

t.test('clauses of one sentence join a statement each; the rest of an utterance stays whole', async (t) => {
  t.strictSame(
    entries(
      t,
      'قالت إيفا ليند إن العبارات ستعمل بالكهرباء قبل الربيع، وإن عبور الجسر القديم سيكون بلا رسوم.\n',
    ),
    [
      ['lind-ferries', 'قالت إيفا ليند إن العبارات ستعمل بالكهرباء قبل الربيع'],
      ['lind-tolls', 'وإن عبور الجسر القديم سيكون بلا رسوم'],
    ],
  );
  const whole = 'said that schools, parks and pools stay open, but not in winter or at night';
  t.strictSame(entries(t, `Eva Lind ${whole}.\n`), [[null, whole]]);
});

t.test('a statement that the words may render is named beside the new one', async (t) => {
  const { record, articles, drafts } = world(t);
  const file = path.join(articles, 'new.txt');
  writeFileSync(file, 'Eva Lind said that no fuel was left for winter.\n');
  draft('--record', record, '--out', drafts, file);
  const written = readFileSync(path.join(drafts, 'statements.yaml'), 'utf8');
  t.match(written, /# perhaps .*; then write 'statement: lind-ferries' and 'renditions' alone\n- id: lind-/);
  t.match(parse(written), [{ speakers: ['lind'] }]);
});

t.test('words of another speaker join nothing', async (t) => {
  const [entry] = entries(t, 'Karl Holm said: "Crossing the bridge must cost you nothing."\n');
  t.equal(entry?.[0], null);
});

t.test('words inside a longer passage of the same statement are drafted once', async (t) => {
  const text = 'Eva Lind said she agreed that crossing the bridge must cost you nothing.\n';
  t.strictSame(entries(t, text), [
    ['lind-tolls', 'said she agreed that crossing the bridge must cost you nothing'],
  ]);
});

t.test('in doubt between two statements nothing is joined, and the comment names both', async (t) => {
  const { record, articles, drafts } = world(t);
  const file = path.join(record, 'statements.yaml');
  const twin = (id: string) =>
    `- { id: ${id}, speakers: [lind], gist: { en: The harbour needs a new pier }, renditions: [{ source: elsewhere }] }\n`;
  writeFileSync(file, readFileSync(file, 'utf8') + twin('lind-pier') + twin('lind-pier-again'));
  writeFileSync(path.join(articles, 'new.txt'), 'Eva Lind said the harbour needs a new pier.\n');
  draft('--record', record, '--out', drafts, path.join(articles, 'new.txt'));
  const yaml = readFileSync(path.join(drafts, 'statements.yaml'), 'utf8');
  t.match(
    yaml,
    /# perhaps a rendition of lind-pier \(score 0\.\d\d; shared: .*\), or of lind-pier-again \(0\.\d\d\)/,
  );
  t.notMatch(yaml, '- statement:');
});

t.test('the texts of known articles are compared where they lie beside the new one', async (t) => {
  const text = 'Eva Lind said that the fleet will be electric.\n';
  t.equal(entries(t, text)[0]?.[0], null);
  t.equal(entries(t, text, { 'known.txt': known })[0]?.[0], 'lind-ferries');
  t.equal(entries(t, text, { 'known.txt': known.toUpperCase() })[0]?.[0], null, 'another text of that name');
});

t.test('--json and --explain name each statement', async (t) => {
  const { record, articles } = world(t);
  const file = path.join(articles, 'new.txt');
  writeFileSync(
    file,
    'Eva Lind said: "Our ships will need no fuel. Crossing the bridge must cost you nothing."\n',
  );
  const { statement, statements } = JSON.parse(draft('--record', record, '--json', file).out);
  t.match(statements, [
    { id: 'lind-ferries', start: 15, shared: ['ships', 'need', 'no', 'fuel'] },
    { id: 'lind-tolls', end: 88 },
  ]);
  t.ok(
    statements.some(
      ({ id, score }: { id: string; score: number }) => id === statement.id && score === statement.score,
    ),
  );
  t.match(
    draft('--record', record, '--explain', file).out,
    /renders lind-ferries \(0\.\d\d\), lind-tolls \(0\.\d\d\)/,
  );
});

t.test('--evaluate-record measures each article as if the record had only the others', async (t) => {
  const { record, articles } = world(t);
  t.match(draft('--record', record, '--evaluate-record', articles), {
    status: 1,
    err: 'has no article of the record',
  });
  writeFileSync(path.join(articles, 'known.txt'), known);
  writeFileSync(path.join(articles, 'other.txt'), other);
  const document = path.join(articles, 'figures.md');
  writeFileSync(document, 'Before\n<!-- record figures -->\nold\n<!-- end of record figures -->\nafter\n');
  const { status, out } = draft('--record', record, '--evaluate-record', articles, '--write', document);
  t.equal(status, 0);
  // 3 renditions, 2 of a statement that the other article renders, too; both are words that the record's other texts do not share.
  t.match(out, '| the record | 3 | 1.00 | 1.00 | 2 | 0.00 | 2 | 0.00 | 0 | 0 |');
  t.equal(
    readFileSync(document, 'utf8'),
    `Before\n<!-- record figures -->\n${out}<!-- end of record figures -->\nafter\n`,
  );
});

t.test('an article of another outlet joins the statements of the summit', async (t) => {
  const drafts = t.testdir();
  draft('--out', drafts, inProject('test', 'authoring', 'draft', 'summit', 'gulf-daily.txt'));
  const read: Entry[] = parse(readFileSync(path.join(drafts, 'statements.yaml'), 'utf8'));
  t.strictSame(
    read.flatMap(({ statement }) => statement ?? []),
    [
      'putin-agreements-starting-point', // the headline
      'putin-relations-at-lowest-point',
      'putin-mutual-respect',
      'putin-agreements-starting-point',
      'putin-lasting-settlement',
      'putin-expects-constructive-reception', // one of its two: no obstacles is as near
      'putin-trade-and-investment-potential',
      'trump-meeting-productive',
      'trump-agreed-on-many-points',
      'trump-few-points-left',
      'trump-good-chance-of-deal',
      'trump-will-brief-zelensky-and-europeans',
      'trump-ten-out-of-ten',
      'putin-invites-trump-to-moscow',
      'putin-next-talks-in-moscow',
      'trump-invitation-interesting',
      'kremlin-talks-went-very-well',
    ],
  );
});
