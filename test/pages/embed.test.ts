// A quotation in another page: the page that is framed, and oEmbed, which leads to it.
import t from 'tap';
import { testApp } from '../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';
import { attributes, pagesApp } from './support.ts';

interface OEmbed {
  html: string;
  width: number;
  height: number;
  title: string;
}

const statement = '/statements/putin-good-direct-contacts';

t.test('every page may frame a quotation, which loads nothing but its style sheet', async (t) => {
  const { ask } = await pagesApp(t);
  const { statusCode, headers, body } = await ask(`${statement}/embed?lang=ar`);
  t.equal(statusCode, 200);
  t.match(headers['content-security-policy'], 'frame-ancestors *');
  t.equal(headers['x-frame-options'], undefined);
  t.match(body, '<html lang="ar" dir="rtl">');
  t.match(body, /<blockquote class="q" lang="ar" dir="rtl">/);
  t.notMatch(body, '<script');
});

t.test('it holds the words of the rendition that was asked for, with its credit', async (t) => {
  const { ask } = await pagesApp(t);
  const { body } = await ask(`${statement}/embed?rendition=putin-good-direct-contacts-article-000`);
  t.match(body, 'أسسنا اتصالات مباشرة جيدة للغاية مع ترامب');
  t.match(body, 'Article 000');
  t.equal((await ask(`${statement}/embed?rendition=nothing`)).statusCode, 400);
  t.equal((await ask('/statements/nothing/embed')).statusCode, 404);
});

t.test('oEmbed gives the frame, no larger than there is room', async (t) => {
  const { get, ask, visit } = await pagesApp(t);
  const { body } = await visit(statement);
  const discovered = attributes(body, 'link', 'href').find((href) => href.includes('/oembed?')) ?? '';
  const answer = await get<OEmbed>(discovered.replace('http://localhost:80', ''));
  t.match(answer, { version: '1.0', type: 'rich', title: /Vladimir Putin/ });
  const [source = ''] = attributes(answer.html, 'iframe', 'src');
  t.equal((await ask(source.replace('http://localhost:80', ''))).statusCode, 200);
  const long = await get<OEmbed>(
    `/oembed?url=${encodeURIComponent('/statements/putin-agreements-starting-point')}`,
  );
  t.ok(long.height > answer.height, 'a longer quotation gets a higher frame');
  const small = await get<OEmbed>(`/oembed?url=${encodeURIComponent(statement)}&maxwidth=300&lang=ar`);
  t.match(small, { width: 300, title: /فلاديمير بوتين/ });
  t.equal((await ask('/oembed?url=https%3A%2F%2Fexample.org%2F')).statusCode, 404);
  t.equal((await ask(`/oembed?url=${encodeURIComponent(statement)}&format=xml`)).statusCode, 400);
});

t.test('oEmbed takes a rendition by its own address and by its place in the statement', async (t) => {
  const { get } = await pagesApp(t);
  const id = 'putin-good-direct-contacts-article-000';
  for (const url of [`/renditions/${id}`, `http://localhost:80${statement}?lang=ar#${id}`]) {
    const { html } = await get<OEmbed>(`/oembed?url=${encodeURIComponent(url)}`);
    t.match(html, `rendition=${id}`, url);
  }
});

t.test('oEmbed speaks the language of the page that was linked', async (t) => {
  const { ask } = await pagesApp(t);
  const url = encodeURIComponent(`${statement}?lang=ar`);
  const { title, html } = (await ask(`/oembed?url=${url}`)).json();
  t.match(title, /^فلاديمير بوتين: أقام مع ترامب/);
  t.match(html, 'lang=ar');
});

t.test('a gist in a third language is the title all the same', async (t) => {
  const statement = bareStatement('said', { gist: { fr: 'Il parle.' } });
  const { database } = await fixture(t, { ...bareRecords(), statement: [statement] });
  const { ask } = await testApp(t, { database });
  const { body } = await ask('/statements/said/embed?lang=en');
  t.match(body, '<title>Il parle. · Summit Record</title>');
  t.match(body, /<h1 class="hidden"><bdi lang="fr" dir="ltr">Il parle\.<\/bdi><\/h1>/);
});
