// Every kind of page in both languages: whole documents, in their language and direction, with nothing inline.
import { gzipSync } from 'node:zlib';
import t from 'tap';
import { routes } from '../../src/pages/routes.ts';
import { languages, strings } from '../../src/pages/strings.ts';
import { attributes, inLanguage, kindsOfPages, pagesApp, textOf } from './support.ts';

/** The most bytes of a page, compressed by gzip. */
const mostBytes = 30_000;

t.test('every kind of page', async (t) => {
  const { visit } = await pagesApp(t);
  for (const url of kindsOfPages) {
    for (const language of languages) {
      const { statusCode, headers, body } = await visit(inLanguage(url, language));
      const name = `${url} in ${language}`;
      t.equal(statusCode, 200, name);
      t.equal(headers['content-type'], 'text/html; charset=utf-8', name);
      const direction = language === 'ar' ? 'rtl' : 'ltr';
      t.match(body, new RegExp(`^<!doctype html><html lang="${language}" dir="${direction}"`), name);
      t.equal(body.match(/<h1\b/g)?.length, 1, `${name}: one heading`);
      t.match(body, /<title>[^<]{5,}<\/title>/, `${name}: a title`);
      t.equal(attributes(body, 'meta', 'name').includes('description'), true, `${name}: a description`);
      t.notMatch(body, /<style| style="| on[a-z]+="|javascript:/, `${name}: nothing inline`);
      t.notMatch(body, />(?:undefined|null|NaN)<|\[object /, `${name}: no value that is none`);
      t.notMatch(textOf(body), /\b(?:undefined|NaN|Invalid Date)\b/, `${name}: no value that is none`);
      t.ok(gzipSync(body).length < mostBytes, `${name}: ${gzipSync(body).length} bytes`);
      for (const source of [...attributes(body, 'script', 'src'), ...attributes(body, 'img', 'src')])
        t.match(source, /^\//, `${name}: ${source} comes from this server`);
    }
  }
});

t.test('the icon stands where browsers look for it without being told', async (t) => {
  const { visit } = await pagesApp(t);
  const { statusCode, headers, body } = await visit('/favicon.ico');
  t.match(
    { statusCode, headers },
    { statusCode: 200, headers: { 'cache-control': 'public, max-age=86400' } },
  );
  t.match(headers['content-type'], 'image/svg+xml');
  t.match(body, /^<svg/);
});

t.test('every page is tried above', async (t) => {
  const patterns = Object.keys(routes).map(
    (route) => new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}(?:\\?|$)`),
  );
  for (const pattern of patterns)
    t.ok(
      kindsOfPages.some((url) => pattern.test(url)),
      String(pattern),
    );
});

t.test('quotations keep their language and direction on a page in the other one', async (t) => {
  const { visit } = await pagesApp(t);
  const { body } = await visit('/statements/putin-good-direct-contacts?lang=en');
  t.match(body, /<blockquote class="q" lang="ar" dir="rtl">/);
});

t.test('texts of both languages are there, and differ', async (t) => {
  for (const [key, text] of Object.entries(strings.en)) {
    const other = strings.ar[key as keyof typeof strings.ar];
    t.equal(typeof other, typeof text, key);
    if (typeof text === 'string') t.ok(text.length > 0 && String(other).length > 0, key);
  }
  t.equal(strings.ar.countStatements(2), 'تصريحان');
  t.equal(strings.ar.countStatements(12), '12 تصريحا');
  t.equal(strings.en.countStatements(1), '1 statement');
});

t.test('every link of every page leads to something', async (t) => {
  const { visit } = await pagesApp(t);
  const seen = new Set<string>();
  for (const url of kindsOfPages) {
    const { body } = await visit(inLanguage(url, 'ar'));
    for (const href of [...attributes(body, 'a', 'href'), ...attributes(body, 'link', 'href')]) {
      const path = href.replace('http://localhost:80', '').replace(/#.*/, '');
      if (!path.startsWith('/') || path.startsWith('/docs') || seen.has(path)) continue;
      seen.add(path);
      const { statusCode } = await visit(path);
      t.equal(statusCode, 200, `${path}, from ${url}`);
    }
  }
  t.ok(seen.size > 300, `${seen.size} links`);
});

t.test('an anchor of a rendition is on the page of its statement', async (t) => {
  const { visit } = await pagesApp(t);
  const { body } = await visit('/sources/article-003');
  const anchors = attributes(body, 'a', 'href').filter((href) => href.includes('#'));
  t.ok(anchors.length > 10);
  for (const href of anchors.slice(0, 10)) {
    const [path = '', id] = href.split('#');
    if (!path.startsWith('/')) continue;
    t.match((await visit(path)).body, `id="${id}"`, href);
  }
});

/** Latin letters that Arabic pages hold on purpose: formats, licences, places of the address; names in other languages say theirs. */
const alsoArabic = new Set(
  'CC JSON CSV JSON-LD GeoJSON Atom HTML SQLite UTC dataset ndjson sqlite'.split(' '),
);

t.test('the words of Arabic pages are Arabic', async (t) => {
  const { visit } = await pagesApp(t);
  for (const url of kindsOfPages) {
    const { body } = await visit(inLanguage(url, 'ar'));
    const attributesSaid = ['aria-label', 'placeholder', 'title'].flatMap((name) =>
      Array.from(body.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g')), ([, value = '']) => value),
    );
    const own = body
      .replace(/<textarea.*?<\/textarea>/gs, '') // code
      .replace(/<bdi[^>]*>.*?<\/bdi>/gs, '') // ids, and texts in a language of their own
      .replace(/<(\w+)[^>]* lang="(?!ar)[^"]*"[^>]*>.*?<\/\1>/gs, '')
      .replace(/<mark>.*?<\/mark>/gs, '');
    const words = `${textOf(own)} ${attributesSaid.join(' ')}`.match(/[a-z][a-z’'-]+/gi) ?? [];
    const asked = new URL(url, 'http://record.example').search;
    const others = words.filter((word) => !alsoArabic.has(word) && !asked.includes(word));
    t.same(others, [], url);
  }
});
