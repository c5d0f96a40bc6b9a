// Values that mean something to SQL, the word index, a file system, HTTP or HTML: every parameter takes each as a text, or refuses it.
import t from 'tap';
import { testApp } from '../support/app.ts';
import { exampleUrl, parametersOf, paths } from '../support/examples.ts';
import { insides } from '../support/problems.ts';

const mark = 'x-injected';

const hostile: Record<string, string> = {
  'the end of a SQL text': "' OR 1=1 --",
  'another SQL statement': `"; DROP TABLE term; --`,
  'a SQL union': "putin' UNION SELECT name FROM sqlite_schema --",
  'a LIKE pattern': '%_%',
  'columns and nearness of FTS5': 'text:putin NEAR(putin trump, 2) ^putin* AND "',
  'a path upwards': '../../../../etc/passwd',
  'a path after a null byte': 'putin\0/etc/passwd',
  'lines of a header': `putin\r\n${mark}: yes\r\n\r\n<p>`,
  'lines of a header beyond ASCII': `putin\u560d\u560a${mark}: yes`,
  'a script': '"><script>alert(1)</script>',
  'the end of CDATA': ']]><script>alert(1)</script>',
  'a formula': '=HYPERLINK("http://evil.example")',
  'a template': '{{7*7}}<%= 7*7 %>',
  'a prototype': '__proto__',
  'a constructor': 'constructor.prototype',
};

/** Each parameter gets every third value, beginning with another one. */
const someFor = (parameter: number): [string, string][] =>
  Object.entries(hostile).filter((_, at) => (at + parameter) % 3 === 0);

t.test('in every parameter of every route', async (t) => {
  const { ask, database } = await testApp(t);
  let parameter = 0;
  const tables = () => database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  const before = tables();
  for (const path of paths) {
    for (const { name } of parametersOf(path)) {
      parameter += 1;
      for (const [what, value] of someFor(parameter)) {
        const where = `${path} ${name}: ${what}`;
        const { statusCode, headers, body } = await ask(exampleUrl(path, { [name]: value }));
        if (statusCode >= 500) t.fail(`${where}: ${statusCode}`);
        if (mark in headers) t.fail(`${where}: a header came in`);
        if (/[\r\n]/.test(Object.values(headers).join(''))) t.fail(`${where}: a header has two lines`);
        if (
          statusCode >= 400 &&
          insides.test(body.replace(value, '').replaceAll(/"detail":"(?:[^"\\]|\\.)*"/g, ''))
        )
          t.fail(`${where}: ${body}`);
        if (/^\w+:[^:]*:0:0:/m.test(body)) t.fail(`${where}: a file came out`);
        if (/html|xml/.test(String(headers['content-type'])) && body.includes('<script>'))
          t.fail(`${where}: a script`);
      }
    }
  }
  t.equal(tables(), before, 'nothing was dropped');
});

t.test('in the path, and in every header that is read', async (t) => {
  const { app } = await testApp(t);
  for (const [what, value] of Object.entries(hostile)) {
    const { statusCode, headers } = await app.inject(`/people/${encodeURIComponent(value)}`);
    t.ok(statusCode === 404 || statusCode === 400, `${what}: ${statusCode}`);
    t.notOk(mark in headers, what);
    const plain = value.replaceAll(/[^\x20-\x7e]/g, ' ');
    for (const name of [
      'x-request-id',
      'if-none-match',
      'accept',
      'accept-encoding',
      'range',
      'host',
      'origin',
    ]) {
      const response = await app.inject({ url: '/dataset.ndjson', headers: { [name]: plain } });
      t.ok(response.statusCode < 500, `${name}, ${what}: ${response.statusCode}`);
      const echoed = Object.values(response.headers).join('\n');
      const isName = /^[\w.-]{1,64}$/.test(plain); // an id that a request may have
      t.equal(echoed.includes(plain), isName && name === 'x-request-id', `${name}, ${what}: not sent back`);
    }
  }
});

t.test('a feed keeps what was asked for as text', async (t) => {
  const { ask } = await testApp(t);
  const q = encodeURIComponent('putin "><script>alert(1)</script>&amp;]]>');
  const { statusCode, body } = await ask(`/statements?q=${q}&format=atom`);
  t.equal(statusCode, 200);
  t.notMatch(body, '<script>');
  t.match(body, '&lt;script');
  for (const format of ['json', 'jsonfeed', 'csv']) {
    const { headers } = await ask(`/statements?q=${q}&format=${format}`);
    t.match(
      headers['content-type'],
      /^(?:application\/(?:feed\+)?json|text\/csv)/,
      `${format}: read as nothing else`,
    );
    t.equal(headers['x-content-type-options'], 'nosniff');
  }
});
