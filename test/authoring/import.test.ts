// The import: files of each kind become records that load, with a report of what mapped and what was left out.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import t, { type Test } from 'tap';
import { importCommand } from '../../src/authoring/import/command.ts';
import { formatProblem } from '../../src/ingest/check/problems.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { labelOf } from '../../src/ingest/read/file-names.ts';
import { inProject } from '../../src/project.ts';
import { type Kind, kinds } from '../../src/records/kinds.ts';
import { testApp } from '../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';
import { type SeedRendition, type SeedSource, seeds } from '../support/seeds.ts';

type Records = Record<string, unknown>[];

/** Writes a file, imports it, and gives what is said and written. */
async function importing(t: Test, format: string, content: string | Buffer, ...options: string[]) {
  const dir = t.testdir();
  const [file, out] = [path.join(dir, 'file'), path.join(dir, 'out')];
  writeFileSync(file, content);
  const said = { stdout: '', stderr: '' };
  const status = await importCommand([format, file, '--out', out, ...options], {
    environment: {},
    stdout: { write: (text) => (said.stdout += text) },
    stderr: { write: (text) => (said.stderr += text) },
  });
  const text = (said.stdout + said.stderr).replaceAll(`${labelOf(dir)}/`, '');
  const names = existsSync(out) ? readdirSync(out) : [];
  const lines = names.flatMap((name) => readFileSync(path.join(out, name), 'utf8').split('\n').slice(0, -1));
  const all = lines.map((line) => JSON.parse(line) as { kind: Kind; record: Record<string, unknown> });
  const records = Object.fromEntries(
    kinds.map((kind) => [kind, all.filter((each) => each.kind === kind).map(({ record }) => record)]),
  ) as Record<Kind, Records>;
  return { status, text, records, out, dir };
}

/** Ingests what was imported, after other records, and gives an application that answers from it. */
async function loaded(t: Test, { dir, out }: { dir: string; out: string }, before: string[] = []) {
  const database = path.join(dir, 'test.sqlite');
  const { problems } = await ingest({ database, paths: [...before, out] });
  t.strictSame(problems.map(formatProblem), [], 'it loads');
  return testApp(t, { database });
}

t.test('what docs/import.md shows, in its three commands', async (t) => {
  const page = readFileSync(inProject('docs', 'import.md'), 'utf8');
  const dir = t.testdir();
  writeFileSync(
    path.join(dir, 'quotations.csv'),
    /```csv quotations\.csv\n([\s\S]*?)```/.exec(page)?.[1] ?? '',
  );
  const shown = /```console\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const [imported = '', ingested = '', asked = ''] = shown.split(/^\$ /m).slice(1);
  const database = path.join(dir, 'test.sqlite');
  for (const step of [imported, ingested]) {
    const [command = '', ...output] = step.split('\n');
    const [, script = '', words = ''] = /^npm run (\w+) -- (.*)$/.exec(command) ?? [];
    const { stdout, status } = spawnSync(
      process.execPath,
      [...process.execArgv, inProject('dist', 'scripts', `${script}.js`), ...words.split(' ')],
      { cwd: dir, encoding: 'utf8', env: { ...process.env, DATABASE: database } },
    );
    t.equal(stdout.replace(/version [0-9a-f]{16}/, 'version 0123456789abcdef'), output.join('\n'), command);
    t.equal(status, 0);
  }
  const [command = '', answer = ''] = asked.split('\n');
  const [, url = ''] = /^curl 'http:\/\/127\.0\.0\.1:3000(.*)'$/.exec(command) ?? [];
  const { ask } = await testApp(t, { database });
  t.same((await ask(url)).json(), JSON.parse(answer), command);
});

t.test(
  'a CSV as spreadsheets write it: byte order mark, semicolons, other names, lists, several lines in a cell',
  async (t) => {
    const csv =
      '\ufeffRedner;Zitat;Datum;Quelle;Thema;An;Sprache;Kommentar\r\n' +
      'Ada Stone|Bo Hill;"„Wir\r\nwarten“";13.08.2025;Abendblatt, S. 3;peace|trade\\|talks;Cy;de;x\r\n' +
      ';;;;;;;\r\n' +
      'Bo Hill;Nein;08.13.2025;;;;;\r\n' +
      'Bo Hill;Doch;05.08.2025;;;;;\r\n';
    const map = [
      'Redner=speaker',
      'Zitat=quote',
      'Datum=date',
      'Quelle=source',
      'Thema=topic',
      'An=to',
      'Sprache=lang',
    ];
    const result = await importing(
      t,
      'csv',
      csv,
      '--language',
      'de',
      ...map.flatMap((each) => ['--map', each]),
    );
    t.equal(result.status, 0);
    t.match(result.text, /file: 3 rows/);
    t.match(result.text, /column 'Kommentar': no field is called so/);
    t.match(
      result.text,
      /file:7 saidOn: '05\.08\.2025' is no date that is read; add --dates dmy or --dates mdy; it is left out/,
    );
    const { statement, source, topic, person } = result.records;
    t.match(statement, [
      {
        speakers: ['ada-stone', 'bo-hill'],
        gist: { de: 'Wir warten' },
        saidOn: '2025-08-13',
        topics: ['peace', 'trade-talks'],
        addressees: ['cy'],
        renditions: [
          { source: 'abendblatt-s-3', mode: 'direct', language: 'de', quotes: [{ text: 'Wir warten' }] },
        ],
      },
      { saidOn: '2025-08-13', renditions: [{ source: 'file' }] },
      { saidOn: null },
    ]);
    t.match(source, [{ name: { de: 'Abendblatt, S. 3' } }, { id: 'file' }]);
    t.match(topic, [{ name: { de: 'peace' } }, { name: { de: 'trade|talks' } }]);
    t.equal(person.length, 3);
    await loaded(t, result);
  },
);

t.test('rows that say the same, and gists', async (t) => {
  const rows = [
    'speaker,quote,date,url,gist',
    'Ada,Yes,2025,https://a.example/x,',
    'Ada,“Yes”,2025,https://a.example/x,',
  ];
  const more = [
    'Ada,Yes,2024,https://a.example/x,',
    'Ada,,2025,https://b.example/,She agrees.',
    'Ada,"\'tis a long one",,,',
  ];
  const { records, text } = await importing(t, 'csv', [...rows, ...more].join('\n'), '--language', 'en');
  t.match(text, /file:3: says the same as line 2, with the same source/);
  t.match(records.statement, [
    { id: 'ada-yes', renditions: [{ id: 'ada-yes-a-x' }] },
    { id: 'ada-yes-2', saidOn: '2024' },
    { gist: { en: 'She agrees.' }, renditions: [{ mode: 'indirect', quotes: [] }] },
    { gist: { en: "'tis a long one" } },
  ]);
  t.equal([records.statement[0]?.['renditions']].flat().length, 1);
});

t.test('rows that say nothing, and quotations too long for a gist', async (t) => {
  const long = `${'Peace is near, '.repeat(25)}he said`;
  const csv = `speaker,quote\nAda,\nBo,"${long}"\n`;
  const { records, text } = await importing(t, 'csv', csv, '--language', 'en');
  t.match(text, /file:2 row: says nothing: both the quotation and the gist are empty; it is left out/);
  t.match(records.statement, [
    {
      gist: { en: `${'Peace is near, '.repeat(19)}Peace is near …` },
      renditions: [{ quotes: [{ text: long }] }],
    },
  ]);
});

t.test('names that lead to several known records, or to one of another kind', async (t) => {
  const people = { 'ada-one': 'Ada Stone', 'ada-two': 'Ada Stone', bo: 'Bo Hill' };
  const lines = Object.entries(people).map(([id, name]) =>
    JSON.stringify({ kind: 'person', record: { id, name: { en: name } } }),
  );
  const known = path.join(t.testdirName, '..', 'stones.ndjson');
  writeFileSync(known, lines.join('\n'));
  const csv = 'speaker,quote,outlet\nAda Stone,Yes,\nBo Hill,No,Bo Hill\n';
  const { records, text } = await importing(t, 'csv', csv, '--language', 'en', '--known', known);
  const shared = "several known records are called 'Ada Stone'; give the id in its place";
  t.match(text, `file:2 person: ${shared}`);
  t.match(text, 'file:2 row: names no speaker; it is left out');
  t.match(text, "file:3 outlet: 'bo' is a person, and no outlet");
  t.match(records.statement, [{ speakers: ['bo'] }]);
});

t.test('names lead to known records', async (t) => {
  const csv = 'speaker,quote,place,mention,event\nبوتين,Так,Anchorage,Donald Trump|nobody,Alaska summit\n';
  const result = await importing(t, 'csv', csv, '--language', 'ru', '--known', inProject('seeds'));
  t.match(result.records.statement, [{ speakers: ['putin'], place: 'anchorage', mentions: ['trump'] }]);
  t.same(result.records.person, []);
  t.match(
    result.text,
    /file:2 mentions: no record is called 'nobody'; add the folder that holds it with --known/,
  );
  await loaded(t, result, [inProject('seeds')]);
});

/** All seeds but the statements: what an import of a table of statements has to know. */
const withoutStatements = [
  ...['people', 'organizations', 'places', 'topics'].map((name) => inProject('seeds', `${name}.yaml`)),
  ...['events', 'sources', 'claims'].map((name) => inProject('seeds', 'alaska-2025', `${name}.yaml`)),
];

const knowing = (paths: readonly string[]): string[] => paths.flatMap((each) => ['--known', each]);

t.test('our own table of statements comes back as the same dataset', async (t) => {
  const { ask, get } = await testApp(t);
  const { body } = await ask('/statements.csv');
  const result = await importing(t, 'csv', body, '--language', 'en', ...knowing(withoutStatements));
  t.equal(result.status, 0, result.text);
  t.equal(result.status, 0, result.text);
  t.notMatch(result.text, /Problems|Left out/);
  t.same(
    Object.keys(result.records).filter((kind) => result.records[kind as Kind].length > 0),
    ['statement'],
  );
  const copy = await loaded(t, result, withoutStatements);
  t.equal(
    (await copy.get<{ version: string }>('/dataset')).version,
    (await get<{ version: string }>('/dataset')).version,
  );
  for (const url of [
    '/statements.ndjson',
    '/renditions.ndjson',
    '/statements.csv',
    '/people.ndjson',
    '/discrepancies.ndjson',
  ])
    t.equal((await copy.ask(url)).body, (await ask(url)).body, url);
});

t.test('our own table of renditions gives the same renditions', async (t) => {
  const { ask } = await testApp(t);
  const { body } = await ask('/renditions.csv');
  const download = path.join(t.testdirName, '..', 'dataset.ndjson');
  writeFileSync(download, (await ask('/dataset.ndjson')).body);
  const result = await importing(t, 'csv', body, '--language', 'en', '--known', download);
  t.equal(result.status, 0, result.text);
  t.notMatch(result.text, /Problems|Left out/);
  const copy = await loaded(t, result, withoutStatements);
  t.equal((await copy.ask('/renditions.csv')).body, body);
  t.equal((await copy.ask('/renditions.ndjson')).body, (await ask('/renditions.ndjson')).body);
});

t.test('our own table with excerpts, odd quotations, shared ids and sources without a text', async (t) => {
  const records = bareRecords();
  const name = { en: 'Georgia' };
  records.person.push({ id: 'georgia', name });
  records.place.push({ id: 'georgia', name, kind: 'country' });
  const url = 'https://cited.example/';
  const cited: Partial<SeedSource> = { id: 'cited', name: { en: 'Cited' }, language: 'en', url };
  records.source.push(cited as SeedSource);
  const texts = ['=1+1|2\\', "'=x", "''@y", '－5', '-a', 'a\u2028b', '"x"', 'a,b;c', '|', 'x\u00a0'];
  const renditions = texts.map((text, at) => {
    const rendition = { id: `r-${at}`, mode: 'direct', language: 'en' };
    if (at % 2 === 1)
      return { ...rendition, source: 'cited', quotes: [{ text }, { text: 'b' }] } as SeedRendition;
    const [start, end] = [100 * at, 100 * at + [...text].length];
    return {
      ...rendition,
      source: 'paper',
      quotes: [
        { text, start, end },
        { text: '-b', start: end, end: end + 2 },
      ],
      excerpt: { text: 'harbour', start, end: start + 7 },
      ...{ paragraph: 1, start, end: end + 20 },
    };
  });
  renditions.sort((a, b) => (a.source < b.source ? -1 : Number(a.source > b.source)));
  const mentions = ['place/georgia', 'putin', 'person/georgia', 'xinhua'];
  const statement = bareStatement('odd', { speakers: ['georgia', 'kremlin'], mentions, renditions });
  const { database } = await fixture(t, { ...records, statement: [statement] });
  const { ask, get } = await testApp(t, { database });
  const [{ body: table }, { body: statements }] = [
    await ask('/statements.csv'),
    await ask('/statements.ndjson'),
  ];
  const { version } = await get<{ version: string }>('/dataset');
  const { database: known } = await fixture(t, records);
  const before = path.join(t.testdirName, '..', 'georgia.ndjson');
  copyFileSync(path.join(path.dirname(known), 'records', 'all.ndjson'), before);
  const result = await importing(t, 'csv', table, '--language', 'en', '--known', before);
  t.equal(result.status, 0, result.text);
  t.notMatch(result.text, /Problems|Left out/);
  const copy = await loaded(t, result, [before]);
  t.equal((await copy.ask('/statements.ndjson')).body, statements);
  t.equal((await copy.get<{ version: string }>('/dataset')).version, version);
  t.match(await copy.get('/renditions?q=harbour&limit=1'), {
    data: [{ highlights: [{ path: '/excerpt/text', snippet: '<mark>harbour</mark>' }] }],
    page: { total: 5 },
  });
});

t.test('our tables as they are by default, without the records that they name', async (t) => {
  const { ask } = await testApp(t);
  for (const url of ['/statements?format=csv&speaker=kremlin', '/renditions?format=csv&speaker=kremlin']) {
    const result = await importing(t, 'csv', (await ask(url)).body, '--language', 'en');
    const { records, text } = result;
    t.match(text, /positions in a text(?: \(\d+\))?: the import makes their source without its text/, url);
    t.match(text, /a source has its id as its name/, url);
    const own = seeds.statement.filter(({ speakers }) => speakers.includes('kremlin'));
    t.same(records.statement.map(({ id }) => id).sort(), own.map(({ id }) => id).sort(), url);
    t.ok(
      records.organization.some(({ id }) => id === 'kremlin'),
      'an organization that speaks is none of the people',
    );
    const copy = await loaded(t, result);
    t.match(await copy.get(`/statements/${own[0]?.id}`), { renditions: [{ proof: 'none', start: null }] });
  }
});

const popolo = {
  persons: [
    {
      id: 'p1',
      name: 'Ada Stone',
      other_names: [{ name: 'عايدة ستون', lang: 'ar' }, { name: 'A. Stone' }],
      identifiers: [{ scheme: 'wikidata', identifier: 'Q42' }],
      email: 'ada@example.org',
      birth_date: '',
    },
    { id: 'p2', name: 'Ada Stone' },
    { id: 'p3' },
  ],
  memberships: [
    { person_id: 'p1', post_id: 'post', start_date: '2020-01' },
    { person_id: 'p2', organization_id: 'o1', role: 'Member', end_date: '2024' },
    { person_id: 'p9', role: 'Ghost' },
    { person_id: 'p2', organization_id: 'o1' },
    { person_id: 'p1', role: 'Whip', on_behalf_of_id: 'o2', start_date: '2024', end_date: '2021' },
  ],
  posts: [{ id: 'post', label: 'Chair', organization_id: 'o1' }],
  organizations: [
    { id: 'o1', name: 'The Council', classification: 'Government' },
    { id: 'o2', name: 'Greens', classification: 'faction' },
  ],
  areas: [{ id: 'a' }],
  events: [
    { id: 'e1', name: 'Sitting', start_date: '2025-01-01' },
    { id: 'e2', name: 'Question time', parent_id: 'e1' },
    { id: 'e3', name: 'Recess', parent_id: 'e9', start_date: '2025-02-01', end_date: '2025-01-01' },
  ],
  speeches: [
    {
      creator_id: 'p1',
      text: 'Order,\n order.',
      event_id: 'e2',
      date: '2025-01-01T10:00:00+02:00',
      audience_id: 'o2',
    },
    { type: 'scene', text: 'Applause.' },
    { attribution_text: 'A voice', text: 'Hear!', sources: [{ url: 'https://record.example/1' }] },
    { text: 'Who?' },
    { creator_id: 'p1' },
  ],
  meta: { made: 'by hand' },
};

t.test('Popolo', async (t) => {
  const result = await importing(t, 'popolo', JSON.stringify(popolo, null, 1), '--language', 'en');
  t.equal(result.status, 0);
  const { person, organization, event, statement } = result.records;
  t.match(person, [
    {
      id: 'ada-stone',
      name: { en: 'Ada Stone', ar: 'عايدة ستون' },
      aliases: ['A. Stone'],
      wikidata: 'Q42',
      roles: [{ title: { en: 'Chair' }, organization: 'the-council', from: '2020-01' }],
    },
    { id: 'ada-stone-2', roles: [{ title: { en: 'Member' }, to: '2024' }] },
    { id: 'a-voice' },
  ]);
  t.match(organization, [{ kind: 'government' }, { kind: 'other' }]);
  t.match(event, [{ id: 'sitting' }, { id: 'question-time', partOf: 'sitting' }]);
  t.match(statement, [
    {
      speakers: ['ada-stone'],
      event: 'question-time',
      addressees: ['greens'],
      renditions: [{ quotes: [{ text: 'Order, order.' }] }],
    },
    { speakers: ['a-voice'], renditions: [{ source: 'record-example' }] },
  ]);
  for (const said of [
    /persons\.email: records have no field for it/,
    /speeches of type 'scene': nobody says them/,
    /areas: records of this kind are not imported/,
    /organizations\.classification 'faction': no kind of ours: it is 'other'/,
    /file:\d+ persons: has no 'name'; it is left out/,
    /file:\d+ memberships: its person 'p9' is not in the file; it is left out/,
    /file:\d+ memberships: neither it nor its post has a 'role' or 'label'; it is left out/,
    /file:\d+ events\.parent_id: no event 'e9' comes before this one; it is left out/,
    /file:\d+ event end: expected an end that is not before the start, found '2025-01-01'/,
    /file:\d+ person roles\[1\]\.to: expected an end that is not before the start, found '2021'/,
    /memberships\.on_behalf_of_id: records have no field for it/,
    /file:\d+ speeches: names no speaker; it is left out/,
    /file:\d+ speeches: has no 'text'; it is left out/,
  ])
    t.match(result.text, said);
  t.notMatch(result.text, /birth_date|meta/);
  const { get } = await loaded(t, result);
  t.match(await get('/people/ada-stone'), { roles: [{ organization: { id: 'the-council' } }] });
  const known = path.join(t.testdirName, '..', 'council.ndjson');
  copyFileSync(path.join(result.out, 'organizations.ndjson'), known);
  const people = await importing(t, 'popolo', JSON.stringify(popolo.persons), '--language', 'en');
  t.equal(people.records.person.length, 2, 'a list of people alone');
  const again = await importing(t, 'popolo', JSON.stringify(popolo), '--language', 'en', ...knowing([known]));
  t.match(again.text, /one of organizations is a known record, and is not written again/);
  t.same(again.records.organization, []);
});

const debate = `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate name="hansard">
 <meta><identification source="#x"><FRBRWork><FRBRthis value="/akn/xx/debate/2025-01-02/main"/><FRBRdate date="2025-01-02" name="sitting"/></FRBRWork>
  <FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification>
  <references source="#x"><TLCPerson eId="stone" href="/ontology/person/stone" showAs="Ada Stone"/>
   <TLCRole eId="chair" href="/r/chair" showAs="Chair"/><TLCOrganization eId="council" href="/o/c" showAs="The Council"/></references></meta>
 <preface><p><docTitle>Sitting of 2 January</docTitle></p></preface>
 <debateBody><debateSection name="x"><heading>The harbour</heading>
  <speech by="#stone" as="#chair" to="#council" startTime="2025-01-02T09:30:00+01:00"><from>Ada Stone:</from>
   <p>Order, <i>order</i>.<authorialNote><p>Loud.</p></authorialNote></p><p>We begin.</p></speech>
  <scene><p>Applause.</p></scene>
  <question by="#gone"><from>Bo Hill</from><p>When &amp; where?</p></question>
  <answer by="#gone"><p>Nobody.</p></answer>
  <speech by="#stone"/>
 </debateSection></debateBody></debate></akomaNtoso>`;

t.test('Akoma Ntoso', async (t) => {
  const result = await importing(t, 'akoma-ntoso', debate);
  t.equal(result.status, 0, result.text);
  const { person, organization, event, source, statement } = result.records;
  t.match(person, [{ id: 'ada-stone', roles: [{ title: { en: 'Chair' } }] }, { id: 'bo-hill' }]);
  t.match(organization, [{ id: 'the-council' }]);
  t.match(event, [
    { id: 'sitting-of-2-january', start: '2025-01-02' },
    { id: 'the-harbour', partOf: 'sitting-of-2-january' },
  ]);
  t.match(source, [{ name: { en: 'Sitting of 2 January' }, language: 'en' }]);
  t.match(statement, [
    {
      speakers: ['ada-stone'],
      saidOn: '2025-01-02T09:30:00+01:00',
      event: 'the-harbour',
      addressees: ['the-council'],
      renditions: [{ quotes: [{ text: 'Order, order.' }, { text: 'We begin.' }] }],
    },
    { speakers: ['bo-hill'], saidOn: '2025-01-02', renditions: [{ quotes: [{ text: 'When & where?' }] }] },
  ]);
  t.match(
    result.text,
    /file:13 speech: names no speaker: '#gone' is not among the document's references; it is left out/,
  );
  t.match(result.text, /file:14 speech: has no text; it is left out/);
  t.match(result.text, /scene: nobody says it/);
  t.match(result.text, /authorialNote: the speaker does not say it/);
  const { get } = await loaded(t, result);
  t.match(await get('/events/the-harbour'), { partOf: { id: 'sitting-of-2-january' } });
  const strange = debate.replace('language="eng"', 'language="no language"');
  const other = await importing(t, 'akoma-ntoso', strange, '--language', 'fr');
  t.match(other.records.source, [{ language: 'fr' }], 'a code that is none leaves it to the command');
});

const review = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  claimReviewed: 'The harbour is closed.',
  datePublished: '2025-03-05',
  url: 'https://check.example/harbour',
  author: { '@type': 'Organization', name: 'Check Desk' },
  reviewRating: { '@type': 'Rating', ratingValue: 1, alternateName: 'False' },
  itemReviewed: {
    '@type': 'Claim',
    author: { '@type': 'Person', name: 'Bo Hill', sameAs: 'https://www.wikidata.org/wiki/Q5' },
    datePublished: '2025-03-01',
    appearance: [
      { '@type': 'CreativeWork', url: 'https://post.example/1' },
      { url: 'https://post.example/1' },
    ],
  },
  image: ['x.png'],
};

t.test('ClaimReview: one, a list, a graph, a feed', async (t) => {
  const forms = [
    review,
    [review, { '@type': 'Article' }],
    { '@context': 'https://schema.org', '@graph': [review] },
    {
      '@type': 'DataFeed',
      dataFeedElement: [{ '@type': 'DataFeedItem', item: [review, { ...review, itemReviewed: {} }] }],
    },
  ];
  for (const form of forms) {
    const result = await importing(t, 'claim-review', JSON.stringify(form, null, 2), '--language', 'en');
    t.equal(result.status, 0, result.text);
    t.match(result.records.statement, [
      {
        speakers: ['bo-hill'],
        gist: { en: 'The harbour is closed.' },
        saidOn: '2025-03-01',
        renditions: [
          { source: 'check-harbour', mode: 'indirect', note: { en: 'Rated: False' } },
          { source: 'post-example', note: null },
        ],
      },
    ]);
    t.match(result.records.person, [{ wikidata: 'Q5' }]);
    t.match(result.records.source, [
      { outlet: 'check-desk', publishedOn: '2025-03-05' },
      { url: 'https://post.example/1' },
    ]);
    t.match(result.text, /reviewRating.*: only its words are kept/);
    await loaded(t, result);
  }
  const { url: _, author: __, ...nobodys } = review;
  const list = JSON.stringify([review, nobodys]);
  const unknown = await importing(t, 'claim-review', list, '--language', 'en');
  t.match(unknown.text, /review: has neither 'url' nor 'author': its source is not known; it is left out/);
  t.equal(unknown.records.statement.length, 1);
  const none = await importing(t, 'claim-review', '{"@type": "Article"}', '--language', 'en');
  t.match(none, { status: 1, text: /file:1:1: holds no ClaimReview\nNothing was written\./ });
});

t.test('files that cannot be read, with line and way out', async (t) => {
  for (const [format, content, said] of [
    ['csv', '', /file:1:1: is empty; the first line names the columns/],
    [
      'csv',
      'a,b\n1,2\n',
      /file:1:1: no column holds the speaker; name one 'speaker', or say which it is with --map <column>=speaker \(columns: a, b\)/,
    ],
    ['csv', 'speaker\nAda\n', /file:1:1: no column holds what was said/],
    ['csv', 'speaker,quote\nAda,"Yes\n', /file:\d:1: is no CSV: Quote Not Closed/],
    ['csv', Buffer.from([0x73, 0x0a, 0xe9, 0x20, 0x0a]), /file:1:1: is not UTF-8; save it as "CSV UTF-8"/],
    [
      'csv',
      'speaker,quote\nAda,Yes\n',
      /file:2:1: the file does not say the language of its texts; add --language <tag>/,
    ],
    ['popolo', '{"a": [1]}', /file:1:1: holds none of posts, organizations, persons/],
    ['popolo', '{"persons": [{"id": 1},\n {"id" 2}]}', /file:2:2: not JSON: Expected ':'/],
    ['popolo', '7', /file:1:1: expected JSON: a list '\[ … \]' or an object/],
    ['popolo', '{"persons" [', /file:1:12: expected ':' after the name of a field/],
    ['popolo', '{persons: []}', /file:1:2: expected the name of a field in quotation marks/],
    ['popolo', '{"persons": [', /file:1:14: the file breaks off/],
    ['akoma-ntoso', '<a>\n <b></a>', /file:2:\d+: is no XML: unexpected close tag/],
    ['akoma-ntoso', '<a/>', /file:1:1: holds no <debate>/],
  ] as const) {
    const options = /language/.test(said.source) ? [] : ['--language', 'en'];
    const { status, text, records } = await importing(t, format, content, ...options);
    t.equal(status, 1);
    t.match(text, said);
    t.match(text, /Nothing was written\.\n$/);
    t.ok(Object.values(records).every(({ length }) => length === 0));
  }
});

t.test('usage', async (t) => {
  for (const [args, said] of [
    [[], /^expected a format, one of csv, popolo, akoma-ntoso, claim-review/],
    [['popollo', 'x', '--out', 'y'], /^unknown format 'popollo'; .* did you mean 'popolo'\?/],
    [['csv'], /^expected one file after the format/],
    [['csv', 'x'], /^say where the records go with --out/],
    [['csv', 'x', '--out', 'y', '--language', 'english!'], /^--language: /],
    [['csv', 'x', '--out', 'y', '--dates', 'ymd'], /^--dates: expected dmy or mdy/],
    [['csv', 'x', '--out', 'y', '--map', 'a'], /^--map: expected column=field/],
    [
      ['csv', 'x', '--out', 'y', '--map', 'a=speeker'],
      /^--map: no field is called 'speeker'; did you mean 'speaker'\?/,
    ],
    [['csv', 'x', '--ou', 'y'], /^unknown option --ou; did you mean --out\?/],
  ] as [string[], RegExp][]) {
    let stderr = '';
    const write = (text: string): void => {
      stderr += text;
    };
    t.equal(await importCommand(args, { environment: {}, stdout: { write }, stderr: { write } }), 2);
    t.match(stderr, said);
  }
  let help = '';
  const write = (text: string): void => {
    help += text;
  };
  t.equal(await importCommand(['--help'], { environment: {}, stdout: { write }, stderr: { write } }), 0);
  t.match(help, /^Usage: npm run import/);
  const gone = { environment: {}, stdout: { write }, stderr: { write } };
  t.equal(await importCommand(['csv', '/no/such', '--out', '/tmp/x', '--language', 'en'], gone), 1);
  t.match(help, /no\/such: no such file or folder/);
  const mapped = await importing(t, 'csv', 'a,quote\n', '--map', 'b=speaker');
  t.match(mapped.text, /file:1:1: has no column 'b', which --map names; its columns are a, quote/);
});

t.test('a large file, and all of its problems in a report', async (t) => {
  const rows = Array.from(
    { length: 5_000 },
    (_, at) => `${at % 10 === 0 ? '' : `Speaker ${at % 50}`},Words number ${at}`,
  );
  const dir = t.testdir();
  const report = path.join(dir, '..', 'report.txt');
  const result = await importing(
    t,
    'csv',
    `speaker,quote\n${rows.join('\n')}\n`,
    '--language',
    'en',
    '--report',
    report,
  );
  t.equal(result.records.statement.length, 4_500);
  t.match(result.text, /… and 490 more of this kind/);
  t.equal(readFileSync(report, 'utf8').split('\n').length, 501);
  const refused = await importing(t, 'csv', 'speaker,quote\nA,B\n', '--language', 'en', '--report', dir);
  t.match(refused.text, /the report cannot be written: EISDIR.*\nNothing was written\./);
  t.same(refused.records.statement ?? [], [], 'and nothing was');
});
