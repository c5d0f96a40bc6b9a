// NDJSON and JSON arrays: the same records as streams; each way in which a line or an element can be wrong.
import path from 'node:path';
import t from 'tap';
import { parse } from 'yaml';
import { testApp } from '../support/app.ts';
import { changed, contentOf, databaseBeside, load, query, shown, world, write } from './world.ts';

/** The statement of the world again and again, each with its own ids. */
function* statements(count: number): Generator<string> {
  const [statement] = parse(world['statements.yaml']) as { renditions: object[] }[];
  for (let number = 1; number <= count; number += 1) {
    const id = `s-${String(number).padStart(6, '0')}`;
    const renditions = statement?.renditions.map((each) => ({ ...each, id: `${id}-report` }));
    yield JSON.stringify({ kind: 'statement', ...statement, id, renditions });
  }
}

t.test('every kind of record', async (t) => {
  const dir = t.testdir();
  const yaml = write(path.join(dir, 'yaml'), world);
  const kindOf = { people: 'person', organizations: 'organization', places: 'place', topics: 'topic' };
  const lines = Object.entries(world).flatMap(([file, text]) => {
    const name = path.basename(file, '.yaml');
    const kind = Object.entries(kindOf).find(([collection]) => collection === name)?.[1] ?? name.slice(0, -1);
    return (parse(text) as object[]).map((record) => JSON.stringify({ kind, record }));
  });
  const ndjson = write(path.join(dir, 'ndjson'), { 'all.ndjson': lines.reverse().join('\n') });
  t.equal((await load(ndjson)).versionAfter, (await load(yaml)).versionAfter);
});

t.test('the same as arrays of JSON, each named for its kind or with the kind of each record', async (t) => {
  const dir = t.testdir();
  const yaml = write(path.join(dir, 'yaml'), world);
  const { 'people.yaml': people, 'claims.yaml': claims, 'statements.yaml': said, ...others } = world;
  const json = write(path.join(dir, 'json'), {
    ...others,
    'people.json': JSON.stringify(parse(people), null, 2),
    'Claims.yaml.json': JSON.stringify(
      (parse(claims) as object[]).map((record) => ({ kind: 'claim', record })),
    ),
    'more/said.JSON': ` \n [ ${JSON.stringify({ kind: 'statement', ...(parse(said) as object[])[0] })}\n]\r\n`,
  });
  t.equal((await load(json)).versionAfter, (await load(yaml)).versionAfter);
  const none = write(path.join(dir, 'none'), { 'people.json': ' [ ]' });
  t.same((await load(none)).problems, []);
});

t.test('no character but a line feed ends a line', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), {
    ...world,
    'p.ndjson': '{"kind": "person", "id": "cy", "name": {"en": "C\u2028y", "ar": "س\u2029ي"}}\n',
  });
  t.equal((await load(folder)).counts.person.added, 3);
  const [[stored] = []] = query(
    databaseBeside(folder),
    "SELECT text FROM record WHERE id = 'cy'",
  ) as string[][];
  t.match(stored, /"C\\u2028y".*"س\\u2029ي"/, 'what we write escapes it');
});

t.test('five thousand statements as a stream', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), {
    ...world,
    'bulk/s.jsonl': [...statements(5000)].join('\r\n'),
  });
  const phases: string[] = [];
  const report = await load(folder, {
    onProgress: ({ phase, records }) => phases.push(`${phase} ${records}`),
  });
  t.same(shown(report.problems, folder), []);
  t.equal(report.counts.statement.added, 5001);
  t.same(query(databaseBeside(folder), 'SELECT count(*) FROM rendition'), [[5001]]);
  t.ok(
    phases.includes('reading and checking 2000') && phases.includes('checking records together 5000'),
    'it tells of its progress',
  );
  const again = await load(folder);
  t.equal(again.counts.statement.unchanged, 5001);
  t.equal(again.versionAfter, report.versionAfter);
});

t.test('lines longer than the pieces that are read, split letters, blank lines', async (t) => {
  const note = 'ض'.repeat(3999);
  const folder = write(path.join(t.testdir(), 'world'), world);
  const records = [...statements(100)].map((text, at) =>
    text.replace('"start":0', `"note":{"en":"${note.slice(at)}"},"start":0`),
  );
  write(folder, { 's.ndjson': `\n${records.join('\n  \n')}\n\n` });
  t.equal((await load(folder)).counts.statement.added, 101);
  t.same(query(databaseBeside(folder), 'SELECT count(*) FROM rendition WHERE length(note) > 3800'), [[100]]);
});

const [good = ''] = statements(1);

for (const { name, content, problems } of [
  {
    name: 'an empty file',
    content: '',
    problems: ['s.ndjson:1:1: is empty; write one record a line, or remove the file'],
  },
  {
    name: 'blank lines only',
    content: '\n\r\n \n',
    problems: ['s.ndjson:1:1: is empty; write one record a line, or remove the file'],
  },
  {
    name: 'a byte order mark',
    content: `\ufeff${good}`,
    problems: [
      's.ndjson:1:1: begins with a byte order mark; save the file as "UTF-8" instead of "UTF-8 with BOM"',
    ],
  },
  {
    name: 'bytes that are no UTF-8',
    content: Buffer.concat([Buffer.from(`${good}\n{"kind": "`), Buffer.from([0xe3, 0x0a])]),
    problems: ['s.ndjson:2:11: is not UTF-8; save the file as UTF-8'],
  },
  {
    name: 'lines that are no JSON, no object, of no kind',
    content: `${good}\n{"kind": "statement",}\n[1]\n{"id": "a"}\n{"kind": "statment"}\n{"kind": 3}\n`,
    problems: [
      's.ndjson:2:22: not JSON: Expected double-quoted property name',
      's.ndjson:3:1: expected an object such as {"kind": "person", "id": …}',
      's.ndjson:4:1: kind is missing; expected one of person, organization, place, topic, event, source, statement, claim',
      `s.ndjson:5:1: unknown kind "statment"; expected one of person, organization, place, topic, event, source, statement, claim; did you mean 'statement'?`,
      's.ndjson:6:1: unknown kind 3; expected one of person, organization, place, topic, event, source, statement, claim',
    ],
  },
  {
    name: 'a last line whose writer was stopped',
    content: `${good}\n${good.replace('s-000001', 's-000002').slice(0, 100)}`,
    problems: ['s.ndjson:2:101: the last line breaks off; was its writer stopped? write the file again'],
  },
  {
    name: 'a last line that ends between two values',
    content: `${good}\n{"kind":`,
    problems: ['s.ndjson:2:9: the last line breaks off; was its writer stopped? write the file again'],
  },
  {
    name: 'a last line that is wrong before its end',
    content: '{"kind" "person"}',
    problems: [`s.ndjson:1:9: not JSON: Expected ':' after property name`],
  },
  {
    name: 'a key that stands twice',
    content: `${good.replace('"id"', '"id":"x\\"y:","id"')}\n`,
    problems: ['s.ndjson:1:1: a field stands twice; keep one'],
  },
  {
    name: 'a kind of its own beside the kind of the line',
    content: '{"kind": "place", "id": "x", "name": {"en": "X", "ar": "س"}}\n',
    problems: [
      's.ndjson:1:1: place records have a kind of their own; write {"kind": "place", "record": {"id": …, "kind": …}}',
    ],
  },
  {
    name: 'fields that are wrong, with their columns',
    content: `${good}\n{"kind": "person", "id": "cy", "name": {"english": "Cy"}}\n{"kind": "place", "record": {"id": "x", "name": {"en": "X", "ar": "س"}, "kind": "cty"}}\n`,
    problems: [
      "s.ndjson:2:41 name.english: no known language 'english'; expected a BCP 47 tag such as 'ar' or 'zh-Hans'",
      "s.ndjson:3:81 kind: expected one of continent, country, region, city, base, building, other, found 'cty'; did you mean 'city'?",
    ],
  },
  {
    name: 'references and ids that are wrong',
    content: `${good.replace('"ada"', '"adda"')}\n${good}`,
    problems: [
      "s.ndjson:1:49 speakers[0]: no person or organization 'adda'; did you mean 'ada'?",
      "s.ndjson:2:26 id: 's-000001' stands twice; the first is at s.ndjson:1",
    ],
  },
  {
    name: 'a line without an end',
    content: `${good}\n{"kind": "person", "id": "${'x'.repeat(1024 * 1024)}`,
    problems: ['s.ndjson:2:1: the line is longer than 1024 KiB; the file was not read beyond it'],
  },
]) {
  t.test(name, async (t) => {
    const folder = write(path.join(t.testdir(), 'world'), world);
    await load(folder);
    const before = contentOf(databaseBeside(folder));
    const bulk = write(path.join(folder, 'bulk'), { 's.ndjson': content });
    const report = await load(folder, { paths: [bulk] });
    t.strictSame(shown(report.problems, bulk), problems);
    t.equal(contentOf(databaseBeside(folder)), before);
  });
}

for (const { name, content, problems, file = 's.json' } of [
  {
    name: 'an empty array file',
    content: '',
    problems: ['s.json:1:1: is empty; write a list of records, or remove the file'],
  },
  {
    name: 'an object instead of an array',
    content: '\n{"kind": "person"}',
    problems: ['s.json:2:1: expected a list of records: [{"kind": "person", "id": …}, …]'],
  },
  {
    name: 'a byte order mark before an array',
    content: '\ufeff[]',
    problems: [
      's.json:1:1: begins with a byte order mark; save the file as "UTF-8" instead of "UTF-8 with BOM"',
    ],
  },
  {
    name: 'elements that are no records, each with its place',
    content: `[${good},\n  {"kind": "statement",},\n  [1], "x]", 3,\n  {"id": "a"} ]`,
    problems: [
      's.json:2:24: not JSON: Expected double-quoted property name',
      's.json:3:3: expected an object such as {"kind": "person", "id": …}',
      's.json:3:8: expected an object such as {"kind": "person", "id": …}',
      's.json:3:14: expected an object such as {"kind": "person", "id": …}',
      's.json:4:3: kind is missing; expected one of person, organization, place, topic, event, source, statement, claim',
    ],
  },
  {
    name: 'a comma too many, a comma too few',
    content: `[${good}\n  ${good}, ,`,
    problems: [
      's.json:2:3: not JSON: Unexpected non-whitespace character after JSON',
      `s.json:2:${good.length + 5}: expected a record here; remove the comma`,
    ],
  },
  {
    name: 'an array that breaks off between two records',
    content: `[${good},`,
    problems: [`s.json:1:${good.length + 3}: the file breaks off; end the list with ']'`],
  },
  {
    name: 'an array that breaks off inside of a record',
    content: `[\n${good.slice(0, 40)}`,
    problems: ["s.json:2:41: the file breaks off; end the list with ']'"],
  },
  {
    name: 'two arrays',
    content: `[${good}]\n[]`,
    problems: [
      's.json:2:1: something follows the end of the list; remove it, or put all records into one list',
    ],
  },
  {
    name: 'a record without an end',
    content: `[\n {"kind": "person", "id": "${'x'.repeat(1024 * 1024)}`,
    problems: [
      's.json:2:2: the record is longer than 1024 KiB, or one of its brackets is not closed; the file was not read beyond it',
    ],
  },
  {
    name: 'bytes of an element that are no UTF-8',
    content: Buffer.concat([Buffer.from('[\n{"ä": "'), Buffer.from([0xe3]), Buffer.from('"}]')]),
    problems: ['s.json:2:8: is not UTF-8; save the file as UTF-8'],
  },
  {
    name: 'fields of elements over several lines and on one line',
    content: '[{"id": "cy",\n  "nam": "}]\\""}, {"id": "dé", "name": {"en": "D", "ar": 3}}, {"id": "ö"}]',
    file: 'people.json',
    problems: [
      'people.json:1:2 name: missing; expected a text by language, such as { en: … }',
      "people.json:2:3 nam: unknown field; did you mean 'name'?",
      'people.json:2:26 id: expected a kebab-case id such as "fox-news", found \'dé\'',
      'people.json:2:58 name.ar: expected a text, found 3; put it in quotes',
      'people.json:2:63 name: missing; expected a text by language, such as { en: … }',
      'people.json:2:70 id: expected a kebab-case id such as "fox-news", found \'ö\'',
    ],
  },
]) {
  t.test(name, async (t) => {
    const folder = write(path.join(t.testdir(), 'world'), world);
    await load(folder);
    const bulk = write(path.join(folder, 'bulk'), { [file]: content });
    t.strictSame(shown((await load(folder, { paths: [bulk] })).problems, bulk), problems);
  });
}

t.test('an array larger than the pieces that are read, on one line', async (t) => {
  const array = (ids: string) => `[${[...statements(2000)].join(',')}, {"kind": "topic", "id": ${ids}]`;
  const folder = write(path.join(t.testdir(), 'world'), { ...world, 's.json': array('3}') });
  const column = array('').indexOf('{"kind": "topic"') + 1;
  t.match(shown((await load(folder)).problems, folder)[0], new RegExp(`^s.json:1:${column} name: missing`));
  write(folder, { 's.json': `[${[...statements(2000)].join(',')}]` });
  t.equal((await load(folder)).counts.statement.added, 2001);
});

t.test('a hundred problems of a kind are kept, and all of them counted', async (t) => {
  const files = { 's.ndjson': [...statements(1500)].map((line) => line.replace('"ada"', '3')).join('\n') };
  const report = await load(write(path.join(t.testdir(), 'world'), files));
  t.equal(report.problems.length, 100);
  t.equal(report.problemCount, 1500);
});

t.test('the first few hundred wrong references get a hint', async (t) => {
  const letters = (at: number) => String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26));
  const lines = [...statements(400)].map((line, at) => line.replace('"ada"', `"ada${letters(at)}"`));
  const report = await load(
    write(path.join(t.testdir(), 'world'), { ...world, 's.ndjson': lines.join('\n') }),
    { keepProblems: true },
  );
  t.equal(report.problems.length, 400);
  t.equal(report.problems.filter(({ message }) => message.endsWith("; did you mean 'ada'?")).length, 300);
});

t.test('a file that changes while it is read', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), { 's.ndjson': good.replace('"ada"', '3') });
  const report = await load(folder, { onProgress: () => write(folder, { 's.ndjson': '' }) });
  t.strictSame(shown(report.problems, folder), [
    's.ndjson:1:1 speakers[0]: expected a text, found 3; put it in quotes',
  ]);
});

t.test('what an unreadable line might have held is not missed elsewhere', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), {
    ...changed('statements.yaml', 'speakers: [ada]', 'speakers: [zed]'),
    'p.ndjson': '{"kind": "person", "id": "zed",\n',
  });
  t.strictSame(shown((await load(folder)).problems, folder), [
    'p.ndjson:1:32: not JSON: Expected double-quoted property name',
  ]);
});

/** What real corpora look like: people who share names, texts in one language, sources that are known by their URL alone. */
function* corpus(people: number): Generator<string> {
  const languages = ['ru', 'fr', 'en', 'zh-Hant'] as const;
  for (let at = 0; at < people; at += 1) {
    const language = languages[at % languages.length] ?? 'en';
    const name = { [language]: at % 20 === 0 ? `Ada Stone ${at % 3}` : `Name ${at}` };
    yield JSON.stringify({ kind: 'person', id: `p-${at}`, name, country: at % 40 === 0 ? 'FR' : 'DE' });
    if (at % 3 > 0) continue;
    const url = `https://news.example/${at}`;
    yield JSON.stringify({ kind: 'source', id: `u-${at}`, name: { [language]: url }, language, url });
    const quotes = [{ text: `Words ${at}` }];
    const renditions = [{ id: `s-${at}-u`, source: `u-${at}`, mode: 'direct', language, quotes }];
    const statement = {
      id: `s-${at}`,
      speakers: [`p-${at}`],
      gist: { [language]: `Words ${at}` },
      saidOn: '2025-03',
    };
    yield JSON.stringify({ kind: 'statement', ...statement, renditions });
  }
}

t.test(
  'six thousand people of whom some share names, in one language each, in sources by URL alone',
  async (t) => {
    const folder = write(path.join(t.testdir(), 'corpus'), { 'all.ndjson': [...corpus(6000)].join('\n') });
    const { problems, counts } = await load(folder);
    t.strictSame(shown(problems, folder), []);
    t.match([counts.person.added, counts.source.added, counts.statement.added], [6000, 2000, 2000]);
    const { ask, get } = await testApp(t, { database: databaseBeside(folder) });
    t.match(await get('/people?limit=1'), { page: { total: 6000 } });
    t.match(await get('/people/p-1'), { name: { fr: 'Name 1' } });
    t.match(await get('/statements?speaker=p-60'), {
      page: { total: 1 },
      data: [{ gist: { ru: 'Words 60' }, saidOn: '2025-03', renditions: [{ proof: 'none', start: null }] }],
    });
    const shared = await ask('/statements?speaker=Ada%20Stone%200');
    t.match(shared.json(), { status: 400, code: 'ambiguous-value' });
    t.match(shared.body, /"id":"p-300"/, 'with the ids to choose from');
    t.match(await get('/sources/u-0'), { url: 'https://news.example/0', file: null });
  },
);
