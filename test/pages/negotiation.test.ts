// Who gets a page and who gets what they got before; languages; caches.
import t from 'tap';
import { browserAccept, pagesApp } from './support.ts';

const url = '/statements?speaker=putin';

t.test('browsers get pages, programs get JSON', async (t) => {
  const { ask } = await pagesApp(t);
  for (const accept of [
    browserAccept,
    'text/html',
    'text/html, application/json',
    'text/html;q=0.9, */*;q=0.1',
  ]) {
    const { headers } = await ask(url, { headers: { accept } });
    t.match(headers['content-type'], 'text/html', accept);
  }
  for (const accept of ['*/*', 'application/json', 'application/json, text/html;q=0.9', 'application/*']) {
    const { headers } = await ask(url, { headers: { accept } });
    t.match(headers['content-type'], 'application/json', accept);
  }
  const { headers } = await ask(url, { headers: { accept: 'text/csv, text/html;q=0.5' } });
  t.match(headers['content-type'], 'text/csv');
  t.match((await ask(url)).headers['content-type'], 'application/json', 'no Accept at all');
});

t.test('format= wins over Accept', async (t) => {
  const { ask, visit } = await pagesApp(t);
  t.match((await ask(`${url}&format=html`)).headers['content-type'], 'text/html');
  t.match((await visit(`${url}&format=json`)).headers['content-type'], 'application/json');
  t.match(
    (await visit(`${url}&fields=id`)).headers['content-type'],
    'application/json',
    'fields are of JSON',
  );
});

t.test('programs are told that lang= is no parameter of theirs', async (t) => {
  const { ask } = await pagesApp(t);
  t.equal((await ask(`${url}&lang=ar`)).statusCode, 400);
});

t.test('the language: lang=, then Accept-Language, then English', async (t) => {
  const { visit } = await pagesApp(t);
  const languageOf = async (path: string, header?: string) => {
    const { body } = await visit(path, header === undefined ? {} : { 'accept-language': header });
    return /<html lang="(\w+)"/.exec(body)?.[1];
  };
  t.equal(await languageOf('/'), 'en');
  t.equal(await languageOf('/', 'ar-EG,ar;q=0.9,en;q=0.5'), 'ar');
  t.equal(await languageOf('/', 'fr,de;q=0.5'), 'en');
  t.equal(await languageOf('/?lang=en', 'ar'), 'en');
  t.equal(await languageOf('/?lang=ar'), 'ar');
  t.equal(await languageOf('/?lang=xx', 'ar'), 'ar', 'an unknown language is none');
});

t.test('links keep a language that was chosen, and no other', async (t) => {
  const { visit } = await pagesApp(t);
  t.match((await visit('/?lang=ar')).body, '"/statements?lang=ar"');
  t.notMatch((await visit('/', { 'accept-language': 'ar' })).body, '"/statements?lang=ar"');
});

t.test('caches tell pages, languages and JSON apart', async (t) => {
  const { ask, visit } = await pagesApp(t);
  const [json, english, arabic, chosen] = await Promise.all([
    ask(url),
    visit(url),
    visit(url, { 'accept-language': 'ar' }),
    visit(`${url}&lang=ar`),
  ]);
  t.equal(new Set([json, english, arabic, chosen].map(({ headers }) => headers['etag'])).size, 4);
  t.equal(json.headers['vary'], 'accept, accept-encoding');
  t.equal(english.headers['vary'], 'accept, accept-encoding, accept-language');
  t.equal(chosen.headers['vary'], 'accept, accept-encoding', 'lang= leaves nothing to Accept-Language');
  const again = await visit(url, { 'if-none-match': String(english.headers['etag']) });
  t.equal(again.statusCode, 304);
  t.equal(again.body, '');
  const other = await visit(url, {
    'accept-language': 'ar',
    'if-none-match': String(english.headers['etag']),
  });
  t.equal(other.statusCode, 200, 'in another language it is another page');
  const { headers } = await ask(url, { method: 'HEAD', headers: { accept: browserAccept } });
  t.equal(headers['etag'], english.headers['etag'], 'HEAD has the same headers');
});

t.test('a page may load from here and be framed by nobody', async (t) => {
  const { visit } = await pagesApp(t);
  for (const path of ['/', url, '/nowhere']) {
    const { headers } = await visit(path);
    const policy = String(headers['content-security-policy']);
    t.match(policy, "default-src 'none'; style-src 'self'; script-src 'self'", path);
    t.match(policy, "frame-ancestors 'none'", path);
    t.notMatch(policy, /unsafe|https?:|\*/, path);
  }
});

t.test('an empty field of a form filters nothing', async (t) => {
  const { visit } = await pagesApp(t);
  const { statusCode, body } = await visit('/statements?q=');
  t.equal(statusCode, 200);
  t.match(body, '91 statements');
});

t.test('a path that cannot be decoded has a page, too', async (t) => {
  const { ask, visit } = await pagesApp(t);
  const url = '/statements/%E0%A4%A';
  const page = await visit(`${url}?lang=ar`);
  t.equal(page.statusCode, 400);
  t.match(page.headers, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-request-id': /./,
  });
  t.match(page.body, '<html lang="ar" dir="rtl"');
  t.match((await visit(url)).body, '<html lang="en"');
  t.match((await ask(url)).json(), { code: 'malformed-request' });
  t.match((await visit(`${url}?format=json`)).json(), { code: 'malformed-request' });
});
