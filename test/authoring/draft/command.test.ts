// The command `draft` as an annotator uses it: an article in, drafts out, proven, loaded and answered.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { parse } from 'yaml';
import { runDraft } from '../../../src/authoring/draft/command.ts';
import { ingest } from '../../../src/ingest/ingest.ts';
import { inProject } from '../../../src/project.ts';
import { testApp } from '../../support/app.ts';

const summit = inProject('test', 'authoring', 'draft', 'summit', 'another-outlet.txt');

function draft(...args: string[]): { status: number; out: string; err: string } {
  let out = '';
  let err = '';
  const streams = {
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
  };
  return { status: runDraft(args, streams), out, err };
}

t.test('an article goes from text to answers in three commands', async (t) => {
  const articles = path.join(t.testdir({ articles: {}, drafts: {} }), 'articles');
  const drafts = path.join(articles, '..', 'drafts');
  copyFileSync(summit, path.join(articles, 'another-outlet.txt'));
  t.equal(draft('--out', drafts, articles).status, 0);

  // What is left to a person: the gists.
  const file = path.join(drafts, 'statements.yaml');
  const verify = () =>
    spawnSync(process.execPath, [inProject('dist/scripts/verify.js'), articles, drafts], {
      encoding: 'utf8',
    });
  t.match(
    verify().stderr,
    "gist.ar: empty; write what was said in words of your own, to be read after the speaker's name",
  );
  const typed = readFileSync(file, 'utf8').replace(/^ {4}ar: ""$/gm, '    ar: قاله في موسكو');
  t.notMatch(typed, 'speakers: []', 'every speaker of this article is known');
  writeFileSync(file, typed);

  const proof = verify();
  t.equal(proof.status, 0, proof.stderr);
  t.match(proof.stdout, '1 source, ');
  const database = path.join(drafts, 'record.sqlite');
  await ingest({ database, paths: [inProject('seeds'), drafts] });
  const { get } = await testApp(t, { database });
  const { data } = await get<{
    data: { id: string; speakers: { id: string }[]; reported: { sources: number } }[];
  }>('/statements?source=another-outlet');
  const joined = data.find(({ id }) => id === 'putin-mutual-respect');
  t.equal(joined?.reported.sources, 5, 'the statement that the record has gains a rendition');
  const speakers = new Set(data.flatMap((statement) => statement.speakers.map(({ id }) => id)));
  t.strictSame([...speakers].sort(), ['lavrov', 'putin', 'trump', 'zelensky']);
});

t.test('drafts hold what the article gives', async (t) => {
  const drafts = t.testdir();
  draft('--out', drafts, summit);
  const statements = parse(readFileSync(path.join(drafts, 'statements.yaml'), 'utf8'));
  const quoted = statements.filter(
    ({ renditions }: { renditions: { mode: string }[] }) => renditions[0]?.mode === 'direct',
  );
  t.equal(quoted[0].gist.ar, 'أنجزنا عملا جيدا وسنلتقي من جديد', 'a quotation stands for itself');
  const fox = statements.find(
    ({ renditions }: { renditions: { via: string | null }[] }) => renditions[0]?.via,
  );
  t.equal(fox.renditions[0].via, 'fox-news');
  const claims = parse(readFileSync(path.join(drafts, 'claims.yaml'), 'utf8'));
  t.match(claims, [
    { attribute: 'duration', value: { value: 'PT3H' } },
    { value: { value: 'place/elmendorf-richardson' } },
  ]);
  const [source] = parse(readFileSync(path.join(drafts, 'sources.yaml'), 'utf8'));
  t.match(source, {
    file: 'another-outlet.txt',
    name: { ar: 'المقال another-outlet' },
    publishedOn: '2025-08-16',
    dateline: { place: 'moscow', date: '2025-08-16' },
    language: 'ar',
  });
  const zelensky = statements.find(({ id }: { id: string }) => id === 'zelensky');
  t.match(zelensky, { place: 'kyiv', gist: { ar: '' } }, 'the place where it was said; the gist is left');
});

t.test('datelines, outlets and new speakers', async (t) => {
  const folder = t.testdir({
    'a.txt':
      'ألاسكا (رويترز) - قال وزير الخارجية النرويجي إسبن بارث إيدي إن اللقاء مهم. وقالت وزارة الدفاع النرويجية إنها تتابع.\n',
    'b.txt':
      'ANCHORAGE, Aug. 15, 2025 (AP) — Norwegian Foreign Minister Anna Berg told reporters on Friday that the talks were short.\n',
    'c.txt': 'الرياض - واس:\nقال مسؤول أميركي إن الطريق طويل.\n',
  });
  const drafts = path.join(folder, 'drafts');
  t.equal(draft('--out', drafts, folder).status, 0);
  const read = (name: string) => parse(readFileSync(path.join(drafts, name), 'utf8'));
  t.match(read('sources.yaml'), [
    { id: 'a', outlet: 'reuters', dateline: null },
    { id: 'b', outlet: 'associated-press', dateline: { place: 'anchorage', date: '2025-08-15' } },
    { id: 'c', outlet: 'spa', dateline: null },
  ]);
  t.match(readFileSync(path.join(drafts, 'sources.yaml'), 'utf8'), "it says 'ألاسكا (رويترز)'");
  t.match(read('people.yaml'), [
    { name: { ar: 'إسبن بارث إيدي' }, roles: [{ title: { ar: 'وزير الخارجية النرويجي' } }], country: 'NO' },
    { id: 'berg', roles: [{ title: { en: 'Norwegian Foreign Minister' } }], country: 'NO' },
  ]);
  const organizations = read('organizations.yaml');
  t.match(organizations[0], { id: 'reuters', name: { en: 'Reuters', ar: 'رويترز' }, kind: 'news-agency' });
  t.match(organizations.at(-1), { name: { ar: 'وزارة الدفاع النرويجية' }, country: 'NO' });
  const statements = readFileSync(path.join(drafts, 'statements.yaml'), 'utf8');
  t.match(statements, 'addressees: [journalists]');
  t.match(statements, 'speakers: [] # not in the record: مسؤول أميركي', 'an unnamed source stays unnamed');
});

t.test('ids hold the letters of Latin names, whatever they begin with', async (t) => {
  const folder = t.testdir({ 'a.txt': 'Gov. Albert Støre said Alaska is ready for Allies.\n', out: {} });
  draft('--out', path.join(folder, 'out'), path.join(folder, 'a.txt'));
  const people = readFileSync(path.join(folder, 'out', 'people.yaml'), 'utf8');
  const statements = readFileSync(path.join(folder, 'out', 'statements.yaml'), 'utf8');
  t.match(people, '- id: store');
  t.match(statements, '- id: store-alaska-ready-allies');
});

t.test('claims of the article itself', async (t) => {
  const folder = t.testdir({
    'a.txt':
      'واستمرت القمة ساعتين و45 دقيقة في أنكوراج يوم 15 أغسطس 2025 بحضور لافروف وروبيو ونحو 200 صحافي.\nوانتهى الاجتماع من دون التوصل إلى اتفاق.\n',
    'b.txt':
      'The summit in Alaska lasted more than two hours and ended without a deal. The two men took no questions at the talks.\n',
  });
  const drafts = path.join(folder, 'drafts');
  draft('--out', drafts, folder);
  const claims: { attribute: string; source: string; value: { value: unknown } }[] = parse(
    readFileSync(path.join(drafts, 'claims.yaml'), 'utf8'),
  );
  const of = (source: string) =>
    claims.filter((each) => each.source === source).map(({ attribute, value }) => [attribute, value.value]);
  t.strictSame(of('a'), [
    ['duration', 'PT2H45M'],
    ['date', '2025-08-15'],
    ['journalists', 200],
    ['city', 'place/anchorage'],
    ['participant', 'person/lavrov'],
    ['participant', 'person/rubio'],
    ['agreement', { en: 'none', ar: 'لا اتفاق' }],
  ]);
  t.strictSame(of('b'), [
    ['duration', 'PT2H'],
    ['agreement', { en: 'none', ar: 'لا اتفاق' }],
    ['region', 'place/alaska'],
    ['questions-taken', 0],
  ]);
});

t.test('--json prints utterances with offsets in code points', async (t) => {
  const folder = t.testdir({ 'a.txt': '😀 قال كيري «نعم نحن جاهزون لذلك». 😀\n' });
  const { out } = draft('--json', path.join(folder, 'a.txt'));
  const utterance = JSON.parse(out);
  const letters = [...'😀 قال كيري «نعم نحن جاهزون لذلك». 😀'];
  const [[start, end]] = utterance.contents;
  t.equal(letters.slice(start, end).join(''), 'نعم نحن جاهزون لذلك');
  t.match(utterance, { mode: 'direct', cue: { lemma: 'قال' }, speaker: { text: 'كيري', id: null } });
});

t.test('HTML is read as the text of its article', async (t) => {
  const paragraphs = [
    'The mayor said the bridge will open in May.',
    '"We are proud of this work and of the people who did it," Mayor Ann Lee told reporters on Monday.',
    'The bridge was closed two years ago after a storm damaged its western pillars and the road.',
  ];
  const html = `<!doctype html><html><head><title>Bridge to open</title></head><body><nav><a href="/">Home said no</a></nav>
    <article><h1>Bridge to open</h1>${paragraphs.map((each) => `<p>${each}</p>`).join('')}</article></body></html>`;
  const folder = t.testdir({ 'bridge.html': html, out: {} });
  const { out } = draft('--json', '--out', path.join(folder, 'out'), path.join(folder, 'bridge.html'));
  const utterances = out
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  t.equal(utterances.length, 2);
  const text = readFileSync(path.join(folder, 'out', 'bridge.txt'), 'utf8');
  t.equal(
    text.slice(utterances[1].start, utterances[1].end),
    '"We are proud of this work and of the people who did it,"',
  );
});

t.test('--explain marks the text and lists the rules', async (t) => {
  const { out, status } = draft('--explain', summit);
  t.equal(status, 0);
  t.match(out, '\u001b[1;33mقال\u001b[0m');
  t.match(out, /1\. paragraph 2, indirect, putin, قال/);
});

t.test('complaints name the file and the way out', async (t) => {
  const folder = t.testdir();
  mkdirSync(path.join(folder, 'empty'));
  writeFileSync(path.join(folder, 'bad.txt'), Buffer.from([0xff, 0xfe, 0x41]));
  t.match(draft(path.join(folder, 'bad.txt')), { status: 1, err: 'is not UTF-8' });
  t.match(draft(path.join(folder, 'none.txt')), { status: 1, err: /^\S*none\.txt: no such file[^\n]*\n$/ });
  t.match(draft(path.join(folder, 'empty')), { status: 1, err: 'empty: holds no article; expected files' });
  writeFileSync(path.join(folder, 'people.yaml'), '- id: [');
  const none = path.join(folder, 'none');
  const bad = path.join(folder, 'bad.txt');
  for (const [args, err] of [
    [['--out', bad, summit], /bad\.txt: is a file; expected a folder\n$/],
    [['--record', none, summit], /none: no such file or folder/],
    [
      ['--record', folder, summit],
      /people\.yaml:1:\d+: is not YAML that can be read; npm run ingest says more/,
    ],
    [['--evaluate', none], /none\/ar: no such file or folder/],
    [['--evaluate-record', none], /none: no such file or folder/],
  ] as const)
    t.match(draft(...args), { status: 1, err }, args.join(' '));
  t.match(draft(), { status: 2, err: 'Name at least one article' });
  t.match(draft('--language', 'fr', 'x'), { status: 2, err: 'expected ar or en' });
  t.match(draft('--colour'), { status: 2, err: 'Usage' });
  t.match(draft('--help'), { status: 0, out: 'Usage' });
});
