// Loading, loading again, changing, pruning, trying: what an ingest does to the database.
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import type { Counts, IngestReport } from '../../src/ingest/report.ts';
import { added, changed, contentOf, databaseBeside, load, query, shown, world, write } from './world.ts';

/** Records of every kind together. */
const total = ({ counts }: IngestReport, name: keyof Counts): number =>
  Object.values(counts).reduce((sum, each) => sum + each[name], 0);

t.test('a first load adds everything and gives the dataset a version', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), world);
  const report = await load(folder);
  t.same(shown(report.problems, folder), []);
  t.equal(report.versionBefore, null);
  t.match(report.versionAfter, /^[0-9a-f]{16}$/);
  t.same(report.counts.statement, { added: 1, changed: 0, removed: 0, unchanged: 0 });
  t.equal(total(report, 'added'), 14);
  t.same(query(databaseBeside(folder), 'SELECT version FROM dataset'), [[report.versionAfter]]);
  t.same(query(databaseBeside(folder), 'PRAGMA foreign_key_check'), []);
  t.same(
    query(databaseBeside(folder), "SELECT count(*) FROM document WHERE collection = 'statements'"),
    [[1]],
    'the read model is derived',
  );
});

t.test('views show the records to a reader with a SQL shell', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), world);
  await load(folder);
  const rows = (sql: string) => query(databaseBeside(folder), sql);
  t.same(rows("SELECT name FROM name WHERE kind = 'place' AND id = 'city' ORDER BY language"), [
    ['مدينة'],
    ['City'],
  ]);
  t.same(rows("SELECT kind, id, position, alias FROM alias WHERE kind = 'person'"), [
    ['person', 'ada', 0, 'Ada'],
  ]);
  t.same(rows('SELECT * FROM person_role'), [
    ['ada', 0, 'council', 'Envoy', 'مبعوثة', '{"en":"Envoy","ar":"مبعوثة"}', '2020-01', null],
  ]);
  t.same(rows("SELECT * FROM place WHERE id = 'city'"), [
    ['city', 'City', 'مدينة', '{"en":"City","ar":"مدينة"}', 'city', 'land', 1.5, 2, null],
  ]);
  t.same(rows('SELECT event, position, person, delegation FROM event_participant'), [
    ['meeting', 0, 'ada', 'land'],
  ]);
  t.same(rows('SELECT dateline_place, dateline_date FROM source'), [['city', '2025-01-02']]);
  t.same(rows('SELECT * FROM source_paragraph'), [
    ['report', 1, 0, 39],
    ['report', 2, 41, 67],
  ]);
  t.same(rows('SELECT id, said_on, event, place FROM statement'), [['near', '2025-01-01', 'talks', 'city']]);
  t.same(rows('SELECT * FROM statement_speaker'), [['near', 0, 'ada']]);
  t.same(rows('SELECT * FROM rendition'), [
    ['near-report', 'near', 0, 'report', 'wire', 'mixed', 'قالت', 'قال', 'ar', 1, 0, 27, null],
  ]);
  t.same(rows('SELECT * FROM rendition_quote'), [['near-report', 0, 'السلام قريب', 15, 26]]);
  t.same(rows('SELECT id, type, value, precision, attributed_to FROM claim ORDER BY id'), [
    ['length', 'duration', 'PT2H', 'exact', 'ada'],
    ['who', 'reference', 'bo', null, null],
  ]);
});

t.test('every view can be read', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), world);
  await load(folder);
  const views = query(databaseBeside(folder), "SELECT name FROM sqlite_schema WHERE type = 'view'").flat();
  for (const view of views) {
    t.not(query(databaseBeside(folder), `SELECT * FROM ${view}`).length, 0, String(view));
  }
});

t.test('loading the same again changes nothing, and writes nothing', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), world);
  const first = await load(folder);
  const before = contentOf(databaseBeside(folder));
  const { mtimeMs } = statSync(databaseBeside(folder));
  const second = await load(folder);
  t.equal(second.versionBefore, first.versionAfter);
  t.equal(second.versionAfter, first.versionAfter);
  t.equal(total(second, 'unchanged'), 14);
  t.equal(total(second, 'added') + total(second, 'changed'), 0);
  t.equal(statSync(databaseBeside(folder)).mtimeMs, mtimeMs, 'the file was not touched');
  t.equal(contentOf(databaseBeside(folder)), before);
});

t.test('order, layout, comments and defaults written out are no change', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), world);
  const { versionAfter } = await load(folder);
  write(folder, {
    'people.yaml': `# people
- name: { en: "Bo Hill", ar: بو }
  id: bo
  roles: []
  country: null
- country: RU
  roles: [{ organization: council, from: 2020-01, to: null, title: { en: Envoy, ar: مبعوثة } }]
  aliases:
    - Ada
  name:
    en: Ada Stone
    ar: عايدة
  id: ada
`,
  });
  const second = await load(folder);
  t.same(second.counts.person, { added: 0, changed: 0, removed: 0, unchanged: 2 });
  t.equal(second.versionAfter, versionAfter);
});

t.test('a change rewrites the record and its children, and undoing it brings the version back', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), world);
  const { versionAfter } = await load(folder);
  const before = contentOf(databaseBeside(folder));
  for (const [file, from, to] of [
    ['people.yaml', 'aliases: [Ada]', 'aliases: [Adah, Mrs Stone]'],
    ['organizations.yaml', 'kind: government', 'kind: ministry'],
    ['places.yaml', 'latitude: 1.5', 'latitude: 2.5'],
    ['topics.yaml', 'en: Truces.', 'en: Every truce.'],
    ['events.yaml', 'end: 2025-01-02', 'end: 2025-01-03'],
    ['sources.yaml', 'end: 67', 'end: 68'],
    ['statements.yaml', 'topics: [truce]', 'topics: [peace]'],
    ['claims.yaml', 'PT2H', 'PT3H'],
  ] as const) {
    write(folder, changed(file, from, to));
    const report = await load(folder);
    t.same(shown(report.problems, folder), [], file);
    t.equal(total(report, 'changed'), 1, file);
    t.not(report.versionAfter, versionAfter, file);
    write(folder, world);
    t.equal((await load(folder)).versionAfter, versionAfter, file);
  }
  t.equal(contentOf(databaseBeside(folder)), before);
});

t.test('every kind of value, and no speech verb', async (t) => {
  const values = [
    '{ type: date, value: 2025-01, precision: nearly }',
    '{ type: count, value: 3, unit: flags }',
    '{ type: text, value: { en: none, ar: لا } }',
    '{ type: reference, value: topic/peace }',
    '{ type: reference, value: place/city }',
    '{ type: reference, value: talks }',
  ];
  const claims = values.map(
    (value, at) =>
      `- { id: c-${at}, event: talks, attribute: a, value: ${value}, source: report, paragraph: 1, start: 0, end: 1 }`,
  );
  const folder = write(path.join(t.testdir(), 'world'), {
    ...changed('statements.yaml', 'cue: { text: قالت, lemma: قال }', 'cue: null'),
    'claims.yaml': claims.join('\n'),
  });
  t.same(shown((await load(folder)).problems, folder), []);
  t.same(query(databaseBeside(folder), 'SELECT type, value, unit, precision FROM claim ORDER BY id'), [
    ['date', '2025-01', null, 'nearly'],
    ['count', 3, 'flags', 'exact'],
    ['text', '{"en":"none","ar":"لا"}', null, null],
    ['reference', 'topic/peace', null, null],
    ['reference', 'place/city', null, null],
    ['reference', 'talks', null, null],
  ]);
  t.same(query(databaseBeside(folder), 'SELECT cue, cue_lemma FROM rendition'), [[null, null]]);
});

t.test('a rendition can move from one statement to another', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), world);
  await load(folder);
  const [first = '', renditions = ''] = world['statements.yaml'].split('  renditions:\n');
  write(folder, {
    'statements.yaml': `${first.replace('near', 'afar')}  renditions:\n${renditions}${first}  renditions:\n${renditions.replace('near-report', 'near-report-2')}`,
  });
  t.same(shown((await load(folder)).problems, folder), []);
  t.same(query(databaseBeside(folder), 'SELECT id, statement FROM rendition ORDER BY id'), [
    ['near-report', 'afar'],
    ['near-report-2', 'near'],
  ]);
});

t.test('a retired id leads to its successor', async (t) => {
  const folder = write(
    path.join(t.testdir(), 'world'),
    changed('people.yaml', 'id: bo\n', 'id: bo\n  formerly: [bob]\n'),
  );
  t.same((await load(folder)).problems, []);
  t.same(query(databaseBeside(folder), 'SELECT kind, retired, successor FROM retired_id'), [
    ['person', 'bob', 'bo'],
  ]);
  write(folder, world);
  await load(folder);
  t.same(query(databaseBeside(folder), 'SELECT retired FROM retired_id'), []);
});

t.test('an entry adds renditions to a statement that stands elsewhere', async (t) => {
  const dir = t.testdir();
  const folder = write(path.join(dir, 'world'), world);
  const other = write(path.join(dir, 'other'), { 'statements.yaml': added });
  const renditions = () => query(databaseBeside(folder), 'SELECT id, statement FROM rendition ORDER BY id');
  const together = await load(folder, { paths: [folder, other] });
  t.same(shown(together.problems, dir), []);
  t.same(renditions(), [
    ['near-again', 'near'],
    ['near-report', 'near'],
  ]);
  const again = await load(folder, { paths: [folder, other] });
  t.equal(again.versionAfter, together.versionAfter, 'the same again is no change');
  t.equal((await load(folder, { paths: [other] })).versionAfter, together.versionAfter, 'nor are they alone');
  await load(folder);
  t.same(renditions(), [['near-report', 'near']], 'without the entry the statement is as its file says');
  const alone = await load(folder, { paths: [other] });
  t.same(alone.counts.statement, { added: 0, changed: 1, removed: 0, unchanged: 0 });
  t.equal(alone.versionAfter, together.versionAfter);
});

t.test('renditions that another folder added are not lost in silence', async (t) => {
  const dir = t.testdir();
  const folder = write(path.join(dir, 'world'), world);
  const drafts = write(path.join(dir, 'drafts'), {
    'sources.yaml':
      '- { id: leaflet, name: { en: Leaflet, ar: نشرة }, url: "https://example.org/leaflet", language: ar }\n',
    'statements.yaml':
      '- statement: near\n  renditions:\n    - { id: near-leaflet, source: leaflet, mode: indirect, cue: { text: قال, lemma: قال }, language: ar }\n',
  });
  const both = await load(folder, { paths: [folder, drafts] });
  t.same(shown(both.problems, dir), []);
  t.same(
    (await load(folder, { paths: [drafts], prune: true })).notes,
    [],
    'the statement itself is not left behind',
  );
  const { notes } = await load(folder);
  t.match(notes, [
    /^1 statement loses 1 rendition whose source stays: it came from .*sources\.yaml, which was not read now\./,
  ]);
  t.same((await load(folder, { paths: [folder, drafts] })).notes, []);

  rmSync(drafts, { recursive: true });
  const refused = await load(folder, { paths: [drafts], prune: true });
  t.match(refused.problems, [{ message: /name the files of the statements, too$/ }]);
  const pruned = await load(folder, { paths: [folder, drafts], prune: true });
  t.equal(pruned.counts.source.removed, 1);
  t.same(pruned.notes, []);
});

t.test('another folder loads beside the first, and refers to it', async (t) => {
  const dir = t.testdir();
  const folder = write(path.join(dir, 'world'), world);
  const other = write(path.join(dir, 'other'), {
    'events.yaml':
      '- { id: dinner, name: { en: Dinner, ar: عشاء }, kind: meeting, place: city, participants: [{ person: bo }] }\n',
  });
  await load(folder);
  const report = await load(folder, { paths: [other] });
  t.same(shown(report.problems, other), []);
  t.same(report.counts.event, { added: 1, changed: 0, removed: 0, unchanged: 0 });
  t.same(query(databaseBeside(folder), 'SELECT count(*) FROM event'), [[3]]);
});

t.test('prune', async (t) => {
  const both = async () => {
    const dir = t.testdir();
    const folder = write(path.join(dir, 'world'), world);
    const other = write(path.join(dir, 'other'), {
      'people.yaml': '- { id: cy, name: { en: Cy, ar: ساي } }\n',
    });
    rmSync(databaseBeside(folder), { force: true });
    await load(folder, { paths: [folder, other] });
    return { folder, other };
  };

  t.test('removes what these paths no longer hold, and nothing of others', async (t) => {
    const { folder } = await both();
    const withoutLast = world['claims.yaml'].split('- id: who')[0] ?? '';
    write(folder, { 'claims.yaml': withoutLast });
    t.same(
      (await load(folder)).counts.claim,
      { added: 0, changed: 0, removed: 0, unchanged: 1 },
      'only when asked to',
    );
    const report = await load(folder, { prune: true });
    t.same(report.counts.claim, { added: 0, changed: 0, removed: 1, unchanged: 1 });
    t.same(query(databaseBeside(folder), 'SELECT id FROM claim'), [['length']]);
    t.same(query(databaseBeside(folder), "SELECT count(*) FROM person WHERE id = 'cy'"), [[1]]);
  });

  t.test('of a renamed folder says what stays and why, and takes the old path', async (t) => {
    const { folder } = await both();
    const renamed = `${folder}-2025`;
    renameSync(folder, renamed);
    write(renamed, { 'claims.yaml': world['claims.yaml'].split('- id: who')[0] ?? '' });
    const first = { database: databaseBeside(folder), paths: [renamed], prune: true };
    const { counts, notes } = await load(folder, first);
    t.equal(counts.claim.removed, 0);
    t.strictSame(notes, [
      '1 record stays that came from claims.yaml under another path, as did others that stand here now. ' +
        'If a folder or file was renamed, remove them by naming its old path too: --prune <old path> <new path>',
    ]);
    const withOld = { ...first, paths: [folder, renamed] };
    t.equal((await load(folder, withOld)).counts.claim.removed, 1, 'the old path need not be there');
    const gone = { ...first, paths: [folder] };
    t.match(
      (await load(folder, gone)).problems,
      [{ message: /^no such file or folder/ }],
      'but must have been',
    );
  });

  t.test('works for a single file of a folder', async (t) => {
    const { folder } = await both();
    write(folder, { 'claims.yaml': '[]' });
    const report = await load(folder, { prune: true, paths: [path.join(folder, 'claims.yaml')] });
    t.equal(report.counts.claim.removed, 2);
    t.same(query(databaseBeside(folder), 'SELECT count(*) FROM person'), [[3]]);
  });

  t.test('refuses to remove what is still referred to, and says by whom', async (t) => {
    const { folder, other } = await both();
    const before = contentOf(databaseBeside(folder));
    write(other, { 'people.yaml': '- { id: ada, name: { en: Ada, ar: عايدة } }\n' });
    write(folder, { 'people.yaml': '[]', 'claims.yaml': '[]' });
    const report = await load(folder, { prune: true });
    t.same(shown(report.problems, folder), [
      "people.yaml: person 'ada' cannot be removed: event 'meeting', statement 'near' refer to it; keep it, or change what refers to it",
      "people.yaml: person 'bo' cannot be removed: statement 'near' refers to it; keep it, or change what refers to it",
    ]);
    t.equal(contentOf(databaseBeside(folder)), before);
  });

  t.test('names the first three who refer, and counts the others', async (t) => {
    const { folder } = await both();
    const more = ['b', 'c', 'd', 'e'].map((id) => world['claims.yaml'].replace('id: length', `id: ${id}`));
    const claims = more.map((text) => text.split('- id: who')[0]).join('');
    await load(folder, { paths: [write(path.join(folder, 'more'), { 'claims.yaml': claims })] });
    write(folder, { 'claims.yaml': '[]', 'statements.yaml': '[]', 'sources.yaml': '[]' });
    const report = await load(folder, { prune: true, paths: [path.join(folder, 'sources.yaml')] });
    t.match(shown(report.problems, folder), [
      /^sources\.yaml: source 'report' cannot be removed: statement 'near', claim 'b', claim 'c' and \d more refer to it;/,
    ]);
  });

  t.test('reaches no further than the folder that is given', async (t) => {
    const { folder, other } = await both();
    write(other, { 'people.yaml': '[]' });
    write(folder, { 'claims.yaml': '[]' });
    const report = await load(folder, { prune: true, paths: [other] });
    t.strictSame([report.counts.person.removed, report.counts.claim.removed], [1, 0]);
    const above = await load(folder, { prune: true, paths: [path.dirname(folder)] });
    t.strictSame([shown(above.problems, folder), above.counts.claim.removed], [[], 2]);
  });

  t.test('lets an id pass from a person to an organization', async (t) => {
    const { folder } = await both();
    write(folder, {
      'people.yaml': world['people.yaml'].split('- id: bo')[0] ?? '',
      'organizations.yaml': `${world['organizations.yaml']}- { id: bo, name: { en: Bo Hill, ar: بو }, kind: company }\n`,
    });
    t.same(shown((await load(folder)).problems, folder), [
      "organizations.yaml:8:9 id: 'bo' is the person from people.yaml; choose another id, or remove that one with --prune",
    ]);
    t.same(shown((await load(folder, { prune: true })).problems, folder), []);
    t.same(query(databaseBeside(folder), "SELECT kind FROM record WHERE id = 'bo'"), [['organization']]);
  });

  t.test('follows a record that moved to another file', async (t) => {
    const { folder, other } = await both();
    write(folder, { 'claims.yaml': '[]' });
    write(other, { 'claims.yaml': world['claims.yaml'] });
    const moved = await load(folder, { paths: [other] });
    t.same(moved.counts.claim, { added: 0, changed: 0, removed: 0, unchanged: 2 });
    t.equal(moved.versionAfter, moved.versionBefore);
    t.equal((await load(folder, { prune: true })).counts.claim.removed, 0);
  });
  t.end();
});

t.test('a dry run counts exactly and changes nothing', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), world);
  const dry = await load(folder, { dryRun: true });
  t.notOk(existsSync(databaseBeside(folder)), 'no database is made');
  const real = await load(folder);
  t.same(dry.counts, real.counts);
  t.equal(dry.versionAfter, real.versionAfter);
  const before = contentOf(databaseBeside(folder));
  write(folder, { 'claims.yaml': world['claims.yaml'].replace('PT2H', 'PT1H').split('- id: who')[0] ?? '' });
  const dryChange = await load(folder, { dryRun: true, prune: true });
  t.same(dryChange.counts.claim, { added: 0, changed: 1, removed: 1, unchanged: 0 });
  t.equal(contentOf(databaseBeside(folder)), before);
  t.same((await load(folder, { prune: true })).versionAfter, dryChange.versionAfter);
});

t.test('the version is the same however the content was loaded', async (t) => {
  const dir = t.testdir();
  const whole = write(path.join(dir, 'whole'), world);
  const { versionAfter } = await load(whole);
  const apart = write(path.join(dir, 'apart'), world);
  const [people, ...others] = Object.keys(world);
  const [organizations, ...rest] = others;
  for (const file of [organizations, people, ...rest]) {
    t.same((await load(apart, { paths: [path.join(apart, String(file))] })).problems, []);
  }
  t.same(query(databaseBeside(apart), 'SELECT version FROM dataset'), [[versionAfter]]);
});

t.test('an abort between records leaves nothing behind', async (t) => {
  const folder = write(path.join(t.testdir(), 'world'), world);
  for (const phase of ['reading and checking', 'checking records together', 'building a new file, indexes']) {
    const controller = new AbortController();
    const onProgress = (progress: { phase: string }) =>
      progress.phase === phase && controller.abort('enough');
    await t.rejects(load(folder, { signal: controller.signal, onProgress }), 'enough');
    t.strictSame(readdirSync(path.dirname(folder)), ['world'], phase);
  }
});

t.test('a file that changes or goes while others are read', async (t) => {
  const folder = write(
    path.join(t.testdir(), 'world'),
    changed('places.yaml', 'kind: country', 'kind: contry'),
  );
  const people = path.join(folder, 'people.yaml');
  const report = await load(folder, {
    onProgress: () => {
      rmSync(people, { force: true });
      write(folder, { 'places.yaml': '' });
    },
    paths: [path.join(folder, 'places.yaml'), path.join(folder, 'topics.yaml'), people],
  });
  t.match(shown(report.problems, folder), [
    /^people\.yaml: no such file or folder; check the path/,
    /^places\.yaml:1:1 kind: expected one of .*, found 'contry'; did you mean 'country'\?$/,
  ]);
});

t.test(
  'the text of a record has its fields in the order of the schema, and languages in its own',
  async (t) => {
    const topic = (name: string) => `- { description: { ar: سلام, en: Peace. }, name: ${name}, id: peace }`;
    const folder = write(path.join(t.testdir(), 'world'), { 'topics.yaml': topic('{ ru: Мир, en: Peace }') });
    t.same(shown((await load(folder)).problems, folder), []);
    t.same(query(databaseBeside(folder), 'SELECT text FROM record'), [
      [
        '{"id":"peace","formerly":[],"name":{"ru":"Мир","en":"Peace"},"broader":null,' +
          '"description":{"ar":"سلام","en":"Peace."}}',
      ],
    ]);
    write(folder, { 'topics.yaml': topic('{ en: Peace, ru: Мир }') });
    t.equal((await load(folder)).counts.topic.changed, 1, 'another language comes first');
  },
);
