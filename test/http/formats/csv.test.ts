// CSV: strict RFC 4180, harmless in a spreadsheet, lossless for multi-values, and true to the JSON.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import t from 'tap';
import { csv } from '../../../src/http/formats/csv.ts';
import type { Statement } from '../../../src/resources/statements/schema.ts';
import { testApp } from '../../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../../support/fixture.ts';
import { listRoutes, walk } from '../../support/lists.ts';
import { rowsOf } from './readers.ts';

/** One document as CSV, without the header. */
function written(document: object, columns: string[], rows?: string): string {
  const format = csv(rows === undefined ? { columns } : { columns, rows });
  return String(
    format
      .writer({ query: {}, languages: ['en', 'ar'], base: '' })
      .rows([Buffer.from(JSON.stringify(document))]),
  );
}

/** Signs that mean something in CSV, to a spreadsheet or to us; and others, of one to four bytes, one of them by half. */
const signs = [...`",;|\\\r\n\t '=+-@aéﬁس😀＝＋－＠`, '\ud83d'];

t.test('a row for each rendition', async (t) => {
  const { get, ask } = await testApp(t);
  const statements = (await walk<Statement>(get, '/statements?limit=100')).flatMap(({ data }) => data);
  const response = await ask('/statements?format=csv');
  t.equal(response.headers['content-type'], 'text/csv; charset=utf-8; header=present');
  const rows = rowsOf(response.body);
  const renditions = statements.flatMap(({ renditions }) => renditions);
  t.equal(rows.length, renditions.length);
  for (const [at, { id, source, via, mode, cue, quotes, start, end, note }] of renditions.entries()) {
    t.match(rows[at], {
      'renditions.id': id,
      'renditions.source.id': source.id,
      'renditions.source.outlet.id': source.outlet?.id ?? '',
      'renditions.via.id': via?.id ?? '',
      'renditions.mode': mode,
      'renditions.cue.text': cue?.text ?? '',
      'renditions.quotes.text': quotes.map(({ text }) => text).join('|'),
      'renditions.start': String(start),
      'renditions.end': String(end),
      'renditions.note.en': note?.['en'] ?? '',
    });
  }
  const joint = rows.find((row) => row['id'] === 'leaders-progress-in-talks');
  t.match(joint, { 'speakers.id': 'putin|trump', 'speakers.name.en': 'Vladimir Putin|Donald Trump' });
  t.notOk(response.body.includes('\uFEFF'), 'no byte order mark unless asked');
  t.match(response.body, /^[^\n]*\r\n/, 'lines end in CRLF');
});

t.test('the columns of every list are paths that fields= knows', async (t) => {
  const { app, ask } = await testApp(t);
  for (const { path } of listRoutes) {
    const response = await ask(`${path}?format=csv&limit=1`);
    const [header = ''] = response.body.split('\r\n');
    const json = await app.inject(`${path}?limit=1&fields=${header}`);
    t.equal(json.statusCode, 200, `${path}: ${header}`);
  }
});

t.test('what a spreadsheet would take for a formula', async (t) => {
  const cells: [unknown, string][] = [
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', `"'\rx"`],
    ['a\nb', '"a\nb"'],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    [-152.5, '-152.5'],
    [0, '0'],
    ['a=b', 'a=b'],
    ["'=x", "''=x"],
    ["'tis", "'tis"],
    ['', ''],
    [null, ''],
    [['=x', 'y'], "'=x|y"],
    ['a,"b"\nc', '"a,""b""\nc"'],
  ];
  for (const [value, cell] of cells)
    t.equal(written({ value }, ['value']), `${cell}\r\n`, JSON.stringify(value));
  const { ask } = await testApp(t);
  const places = rowsOf((await ask('/places?format=csv')).body);
  t.match(
    places.find((row) => row['id'] === 'alaska'),
    { longitude: /^-1\d\d\.\d+$/ },
  );
});

t.test('every text comes back from its cell, and no cell is a formula', async (t) => {
  const text = fc.string({ unit: fc.constantFrom(...signs), maxLength: 6 });
  const cell = fc.oneof(text, fc.integer(), fc.constant(null));
  const property = fc.property(
    fc.array(cell, { minLength: 2, maxLength: 2 }),
    ([one = null, other = null]) => {
      const document = { id: 'x', one, other };
      const [row = []] = parse(written(document, ['id', 'one', 'other']), { record_delimiter: '\r\n' });
      const asRead = row.slice(1).map((read) => read.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, ''));
      const asWritten = [one, other].map((each) => Buffer.from(String(each ?? '')).toString());
      const isFormula = row.some((read) => /^[=+@\t\r＝＋－＠]/.test(read) || /^-(?!\d+$)/.test(read));
      return JSON.stringify(asRead) === JSON.stringify(asWritten) && !isFormula;
    },
  );
  t.doesNotThrow(() => fc.assert(property, { seed: 1, numRuns: 2000 }));
});

t.test('a cell with several values', async (t) => {
  t.equal(written({ all: ['a', 'b'] }, ['all']), 'a|b\r\n');
  t.equal(
    written({ all: ['a|b', 'c\\d'] }, ['all']),
    'a\\|b|c\\\\d\r\n',
    'a separator inside a value is told apart',
  );
  const roles = [
    { title: { en: 'Envoy' }, organization: null },
    { title: { en: 'Minister' }, organization: { id: 'ministry' } },
  ];
  t.equal(
    written({ roles }, ['roles.title.en', 'roles.organization.id']),
    'Envoy|Minister,|ministry\r\n',
    'the columns of one list stay side by side',
  );
  t.equal(
    written({ value: { en: 'x' }, other: 'y' }, ['value', 'other.en']),
    ',\r\n',
    'no value at the path',
  );
  t.equal(written({ id: 1, parts: [{ n: 2 }, { n: 3 }] }, ['id', 'parts.n'], 'parts'), '1,2\r\n1,3\r\n');
});

t.test('fields= chooses and orders the columns', async (t) => {
  const { ask } = await testApp(t);
  const rowsAt = async (query: string) => {
    const { body, statusCode } = await ask(`/statements?format=csv&${query}`);
    t.equal(statusCode, 200, query);
    return { header: body.split('\r\n', 1)[0], rows: rowsOf(body) };
  };
  const chosen = await rowsAt('fields=renditions.mode,id,gist.ar');
  t.equal(chosen.header, 'renditions.mode,id,gist.ar');
  t.equal(chosen.rows.length, 162, 'a row for each rendition');
  t.equal(
    (await rowsAt('fields=id,gist.en')).rows.length,
    91,
    'a row for each statement, where no rendition is named',
  );
  t.equal((await rowsAt('fields=id,gist.en&rows=renditions')).rows.length, 162);
  t.equal((await rowsAt('fields=gist,id')).header, 'gist.en,gist.ar,id', 'an object by its parts');
  t.match((await rowsAt('fields=comparison')).header, 'comparison.href,comparison.wording');
  t.equal((await rowsAt('fields=id,id')).header, 'id', 'each column once');
  const paged = await rowsAt('fields=id&limit=3');
  t.equal(paged.rows.length, 3);
  const { header, rows } = await rowsAt('rows=statements');
  t.equal(rows.length, 91);
  t.notMatch(header, /(?:^|,)renditions\./);
  t.match(header, /reported\.renditions/);
  const joined = await rowsAt(
    'rows=statements&fields=id,renditions.source.id&speaker=putin&sort=-renditions&limit=1',
  );
  t.match(joined.rows, [{ 'renditions.source.id': /^article-\d+\|article-\d+/ }]);
  const found = await rowsAt(`fields=id,highlights.snippet&limit=2&q=${encodeURIComponent('السلام')}`);
  t.match(found.rows[0], { 'highlights.snippet': /<mark>/ });
  t.match((await ask('/statements?format=csv&fields=id,gits')).json(), {
    status: 400,
    param: 'fields',
    hint: 'gist',
  });
  t.match((await ask('/discrepancies?format=csv&fields=id,list&limit=1')).body, /\r\n.*,(?:true|false)\r\n/);
  const people = await ask('/people?format=csv&fields=country,name.en');
  t.match(people.body, /^country,name\.en\r\n/);
});

t.test('what a format cannot heed is refused', async (t) => {
  const { ask } = await testApp(t);
  const refused: [url: string, param: string, formats: string][] = [
    ['/statements?format=jsonld&fields=id', 'fields', 'json, ndjson, csv'],
    ['/statements?format=atom&fields=id', 'fields', 'json, ndjson, csv'],
    ['/statements?format=jsonfeed&facets=speaker', 'facets', 'json'],
    ['/statements?format=csv&facets=speaker', 'facets', 'json'],
    ['/statements?format=ndjson&facets=speaker', 'facets', 'json'],
    ['/statements?rows=statements', 'rows', 'csv'],
    ['/statements?bom=1', 'bom', 'csv'],
    ['/statements?format=html&fields=id', 'fields', 'json'],
    ['/statements?format=html&facets=speaker', 'facets', 'json'],
    ['/statements?format=html&bom=1', 'bom', 'csv'],
    ['/people/putin?format=html&fields=id', 'fields', 'json'],
    ['/places?format=geojson&fields=id', 'fields', 'json, ndjson, csv'],
    ['/renditions?format=annotation&fields=id', 'fields', 'json, ndjson, csv'],
    ['/people/putin?format=jsonld&fields=id', 'fields', 'json'],
    ['/changes?format=atom&bom=1', 'bom', 'csv'],
  ];
  for (const [url, param, formats] of refused) {
    const body = (await ask(url, { headers: { accept: 'application/json' } })).body;
    if (url.includes('html')) {
      t.match(body, `A page takes no “${param}”`, url);
      continue;
    }
    t.match(JSON.parse(body), { status: 400, code: 'invalid-parameter', param }, url);
    t.match(JSON.parse(body).detail, `only in ${formats};`, url);
  }
  const accepted = await ask('/people?fields=id', { headers: { accept: 'application/ld+json' } });
  t.match(accepted.json(), { status: 400, param: 'fields' }, 'chosen by Accept, too');
  const browser = { headers: { accept: 'text/html,*/*;q=0.8' } };
  t.match(await ask('/statements?facets=speaker&limit=1', browser), {
    statusCode: 200,
    headers: { 'content-type': /json/ },
  });
  t.match(await ask('/statements?limit=1', browser), { headers: { 'content-type': /html/ } });
  t.equal((await ask('/statements/putin-good-direct-contacts/embed?fields=id')).statusCode, 400);
});

t.test('bom=1 and nothing else', async (t) => {
  const { ask } = await testApp(t);
  const marked = await ask('/statements?format=csv&bom=1');
  const bare = await ask('/statements?format=csv&bom=0');
  t.equal(marked.body, `\uFEFF${bare.body}`);
  t.same([...marked.rawPayload.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  t.match((await ask('/statements?format=csv&bom=yes')).json(), { status: 400, param: 'bom' });
});

t.test('by Accept', async (t) => {
  const { ask } = await testApp(t);
  for (const accept of ['text/csv', 'text/csv; header=present', 'text/csv; charset=UTF-8', 'text/*']) {
    const response = await ask('/people', { headers: { accept } });
    t.equal(response.headers['content-type'], 'text/csv; charset=utf-8; header=present', accept);
  }
});

t.test('a list without items is a header', async (t) => {
  const { ask } = await testApp(t);
  const { body } = await ask(
    '/claims?attribute=duration&source=article-000&event=alaska-2025-press-conference&format=csv',
  );
  t.equal(rowsOf(body).length, 0);
  t.match(body, /^id,event\.id,.*\r\n$/);
});

t.test('texts from the truth that would be formulas', async (t) => {
  const records = bareRecords();
  records.statement = [bareStatement('odd', { gist: { en: '=cmd|calc', ar: '@سلام' } })];
  const { database } = await fixture(t, records);
  const { ask } = await testApp(t, { database });
  t.match(rowsOf((await ask('/statements?format=csv')).body), [
    { 'gist.en': "'=cmd|calc", 'gist.ar': "'@سلام" },
  ]);
});
