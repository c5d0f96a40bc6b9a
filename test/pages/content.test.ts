// What pages say: filters and their removal, searches, comparisons, discrepancies, profiles, maps, linked data.
import t, { type Test } from 'tap';
import { testApp } from '../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';
import type { Seeds } from '../support/seeds.ts';
import { attributes, browserAccept, inLanguage, pagesApp, textOf } from './support.ts';

t.test('filters are named, and each can be taken away', async (t) => {
  const { visit } = await pagesApp(t);
  const { body } = await visit(
    '/statements?speaker=%D8%A8%D9%88%D8%AA%D9%8A%D9%86&topic=!ukraine-war&reported=2..',
  );
  const chips = body.match(/<ul class="chips".*?<\/ul>/s)?.[0] ?? '';
  t.match(textOf(chips), 'Speaker: Vladimir Putin');
  t.match(textOf(chips), 'Topic: not War in Ukraine');
  t.match(textOf(chips), 'Sources: In two sources or more');
  const [first = ''] = attributes(chips, 'a', 'href');
  t.equal(first, '/statements?topic=!ukraine-war&reported=2..');
});

t.test('facets count and toggle', async (t) => {
  const { visit } = await pagesApp(t);
  const { body } = await visit('/statements?speaker=putin');
  t.match(body, '<a href="/statements?speaker=putin&amp;topic=ukraine-war"');
  t.match(
    body,
    /<a href="\/statements" aria-current="true"><span>Vladimir Putin/,
    'the chosen one leads away',
  );
  t.notMatch(body, /href="[^"]*facets=/, 'links do not ask for facets');
});

t.test('all pages of a list have the same facets, each in its own language', async (t) => {
  const { visit } = await pagesApp(t);
  const filtersOf = (body: string) => body.match(/<aside id="filters".*?<\/aside>/s)?.[0] ?? '';
  for (const list of ['/statements?limit=3', '/statements?speaker=putin&limit=3']) {
    const first = (await visit(list)).body;
    const firstInArabic = (await visit(list, { 'accept-language': 'ar' })).body;
    t.match(textOf(filtersOf(firstInArabic)), 'فلاديمير بوتين');
    let [next = ''] = attributes(first, 'a class="next', 'href');
    for (let page = 2; page <= 4; page++) {
      const { body } = await visit(next);
      t.equal(filtersOf(body), filtersOf(first), `${list}, page ${page}`);
      const inArabic = await visit(next, { 'accept-language': 'ar' });
      t.equal(filtersOf(inArabic.body), filtersOf(firstInArabic), `${list}, page ${page} in Arabic`);
      [next = ''] = attributes(body, 'a class="next', 'href');
      t.ok(next);
    }
  }
});

t.test('figures say what they count, and lead to the other unit', async (t) => {
  const { visit } = await pagesApp(t);
  const statements = (await visit('/statements?outlet=xinhua&sort=-renditions')).body;
  t.match(textOf(statements), /The figures count statements, each once/);
  t.match(statements, '<a href="/renditions?outlet=xinhua">See the renditions</a>');
  const renditions = (await visit('/renditions?outlet=xinhua&lang=ar')).body;
  t.match(textOf(renditions), /الأعداد هنا أعداد صياغات/);
  t.match(renditions, '<a href="/statements?outlet=xinhua&amp;lang=ar">');
  t.match(renditions, '<a href="/renditions?outlet=xinhua&amp;mode=direct&amp;lang=ar">');
  const table = (await visit('/renditions/counts?by=speaker,mode&outlet=xinhua')).body;
  t.match(textOf(table), /Renditions: Speaker × Kind of speech/);
  t.match(table, /<th scope="row">Vladimir Putin<\/th><td>Direct speech<\/td>/);
  t.match(table, '<a class="n" href="/renditions?outlet=xinhua&amp;speaker=putin&amp;mode=direct">2</a>');
  t.match(table, '<a href="/statements/counts?outlet=xinhua&amp;by=speaker,mode">Count statements</a>');
  t.match((await visit('/outlets/xinhua')).body, '<a href="/renditions?publisher=xinhua">22 renditions</a>');
});

t.test('a search marks what it found, and offers names', async (t) => {
  const { visit } = await pagesApp(t);
  const { body } = await visit(`/statements?q=${encodeURIComponent('بوتين')}`);
  t.match(body, /<mark>[^<]*بوتين[^<]*<\/mark>/);
  t.match(body, '/statements?speaker=putin');
  const hits = await visit('/search?q=putin');
  t.match(hits.body, /<mark>Putin<\/mark>/);
});

t.test('a question in words is answered with the filters that its names stand for', async (t) => {
  const { visit } = await pagesApp(t);
  for (const question of ['what did Putin say about Ukraine?', 'ماذا قال بوتين عن أوكرانيا؟']) {
    const { body } = await visit(`/statements?q=${encodeURIComponent(question)}`);
    const [, offered = ''] = /<p class="suggestions">(.*?)<\/p>/s.exec(body) ?? [];
    t.equal(attributes(offered, 'a', 'href')[0], '/statements?speaker=putin&topic=ukraine-war', question);
    t.match(textOf(offered), 'Vladimir Putin + War in Ukraine');
  }
  const { body } = await visit('/statements?q=trump+zelensky');
  t.notMatch(body, ' + ', 'two values of one filter would hold together of nothing');
});

t.test('a hit of a search tells whose it is, and says nothing twice', async (t) => {
  const { visit } = await pagesApp(t);
  const text = textOf((await visit('/search?q=putin')).body);
  t.match(text, /He praises his meeting with Putin \. Statement Donald Trump Alaska summit 2025 Talks in/);
  t.match(text, /Participant for Russia: Vladimir Putin Claim Article 003 \(Xinhua\) , paragraph 1 /);
  const arabic = textOf((await visit('/search?q=putin&lang=ar')).body);
  t.match(arabic, /رواية المقال 003 \(شينخوا\) ، الفقرة 1 /);
});

t.test('claims of one source that say the same are told apart by their paragraphs', async (t) => {
  const { visit } = await pagesApp(t);
  const text = textOf((await visit('/discrepancies?q=&attribute=agreement-on-ukraine')).body);
  t.match(text, /Article 000 , according to Donald Trump Article 003 \(Xinhua\) , paragraph 1 Article 003/);
});

t.test('the parts of an event stand in the order in which summits go', async (t) => {
  const { visit } = await pagesApp(t);
  const text = textOf((await visit('/events/alaska-2025')).body);
  t.match(
    text,
    /Arrival at the base 15 August 2025 Talks in 3\+3 format 15 August 2025 Joint press conference 56 statements/,
  );
});

t.test('the page of an entity leads to its statements that differ, and to them by topic', async (t) => {
  const { visit } = await pagesApp(t);
  const links = attributes((await visit('/people/putin')).body, 'a', 'href');
  t.ok(links.includes('/statements?speaker=putin&differing=true'));
  t.ok(links.includes('/statements/facets/topic?speaker=putin'));
  t.notOk(links.some((href) => href.startsWith('/statements/facets/speaker')));
});

t.test('a comparison tells by sign and word what is added, dropped and replaced', async (t) => {
  const { visit } = await pagesApp(t);
  const { body } = await visit('/statements/putin-agreements-starting-point');
  t.match(body, /class="own"/);
  t.match(body, /<li class="dropped"><span class="sign" aria-hidden="true">−<\/span> drops/);
  t.match(body, /<li class="replaced"><span class="sign" aria-hidden="true">⇄<\/span> replaces/);
});

t.test('any quoting rendition can be what the others are compared with', async (t) => {
  const { visit } = await pagesApp(t);
  const path = '/statements/putin-agreements-starting-point';
  const { body } = await visit(`${path}?base=putin-agreements-starting-point-article-003`);
  t.match(body, /Compared with <a href="#putin-agreements-starting-point-article-003">/);
  t.match(body, /<li class="added"/, 'what was dropped is now added');
});

t.test('a table of who says which value leads to the claims', async (t) => {
  const { visit } = await pagesApp(t);
  const { body } = await visit('/discrepancies');
  t.match(textOf(body), /How long it lasted compatible/);
  t.match(textOf(body), /2 hours and 45 minutes/);
  t.match(textOf((await visit('/discrepancies?lang=ar')).body), /ساعتان و45 دقيقة/);
  t.ok(attributes(body, 'a', 'href').some((href) => href.startsWith('/claims/')));
});

t.test('a profile draws what the numbers beside it say', async (t) => {
  const { visit } = await pagesApp(t);
  const { body } = await visit('/outlets/xinhua/profile');
  t.match(body, '/statements?outlet=xinhua&amp;exclusive=!xinhua');
  t.match(body, /<rect class="left-out" x="\d+" y="0" width="\d+"/);
});

t.test('drawings run with the language', async (t) => {
  const { visit } = await pagesApp(t);
  const barOf = async (language: string) => {
    const { body } = await visit(`/renditions/putin-good-direct-contacts-article-000?lang=${language}`);
    const [, x, width] = /<rect class="bar" x="(\d+)" y="0" width="(\d+)"/.exec(body) ?? [];
    return { x: Number(x), width: Number(width) };
  };
  const [english, arabic] = [await barOf('en'), await barOf('ar')];
  t.equal(arabic.x, 1000 - english.x - english.width);
});

/** The linked data of a page. */
const linkedData = (body: string): Record<string, unknown> =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body)?.[1] ?? '');

t.test('linked data are as search engines read them, in the language of the page', async (t) => {
  const { visit } = await pagesApp(t);
  const of = async (url: string) => linkedData((await visit(url)).body);
  const context = 'https://schema.org';
  t.match(await of('/statements/putin-good-direct-contacts?lang=ar'), {
    '@context': context,
    '@type': 'Quotation',
    abstract: /^أقام مع ترامب/,
    dateCreated: '2025-08-15',
    spokenByCharacter: [{ '@type': 'Person', name: 'فلاديمير بوتين' }],
  });
  t.match(await of('/people/putin'), { '@context': context, '@type': 'Person', name: 'Vladimir Putin' });
  t.match(await of('/topics/ukraine-war'), { '@type': 'DefinedTerm', name: 'War in Ukraine' });
  t.match(await of('/sources/article-003'), { headline: /^Article 003/, datePublished: '2025-08-15' });
  t.match(await of('/events/alaska-2025'), { startDate: '2025-08-15', location: { name: 'Anchorage' } });
  t.match((await of('/events/alaska-2025'))['url'], /\/events\/alaska-2025$/);
});

t.test('a page carries its linked data, its other formats and a way to share it', async (t) => {
  const { visit, get } = await pagesApp(t);
  const { body } = await visit('/statements/putin-good-direct-contacts');
  const linked = (await get('/statements/putin-good-direct-contacts?format=jsonld')) as object;
  const ownTerms = new Set(['@context', 'broader']);
  const told = Object.keys(linkedData(body));
  t.same(
    new Set(told),
    new Set([...Object.keys(linked).filter((term) => !ownTerms.has(term)), '@context', 'url']),
  );
  const alternates = attributes(body, 'link', 'type');
  for (const type of ['application/json', 'application/ld+json', 'application/json+oembed'])
    t.ok(alternates.includes(type), type);
  const properties = attributes(body, 'meta', 'property');
  for (const property of ['og:title', 'og:description', 'og:url'])
    t.ok(properties.includes(property), property);
  const list = await visit('/statements');
  for (const type of ['text/csv; header=present', 'application/feed+json', 'application/atom+xml'])
    t.ok(attributes(list.body, 'link', 'type').includes(type), type);
});

t.test('an error is a page, and its hint a link that works', async (t) => {
  const { visit } = await pagesApp(t);
  for (const url of ['/people/puttin', '/statements?speaker=puttin&limit=5', '/statements?speeker=putin']) {
    const { statusCode, body } = await visit(url);
    t.ok(statusCode === 400 || statusCode === 404, url);
    const [, fault = ''] = /<p class="fault">(.*?)<\/p>/s.exec(body) ?? [];
    const [href = ''] = attributes(fault, 'a', 'href');
    t.equal((await visit(href)).statusCode, 200, `${url}: ${href}`);
  }
  const { body } = await visit('/nowhere?lang=ar');
  t.match(textOf(body), 'لا صفحة هنا');
});

/** What is wrong, on the page of an error. */
const faultsOn = (body: string): string =>
  Array.from(body.matchAll(/<p class="fault">(.*?)<\/p>/gs), ([, fault = '']) => textOf(fault))
    .join('\n')
    .trim();

t.test('an error says what is wrong in the language of the reader', async (t) => {
  const { visit } = await pagesApp(t);
  const said = [
    ['/people/puttin', '«puttin»', 'فلاديمير بوتين'],
    ['/statements?speaker=puttin', '«المتحدث»', 'فلاديمير بوتين'],
    ['/statements?speaker=%D8%B1%D9%88%D8%B3', '«روس»'],
    ['/statements?speeker=putin', '«speeker»', 'المتحدث'],
    ['/statements?mode=directt', '«طريقة النقل»', 'مباشر'],
    ['/statements?limit=0', 'العدد', 'عدد صحيح من 1 إلى 100'],
    ['/statements?since=yesterday', '«yesterday»', 'تاريخ مثل'],
    ['/statements?since=2026-01-01&until=2025-01-01', 'بدّل', 'تاريخ'],
    ['/statements?since=2026-01-01T12:00:00Z&until=2025', 'بدّل', 'تاريخ'],
    ['/statements?since=2026-13&until=2025', '«2026-13» ليست قيمة صالحة', 'تاريخ'],
    ['/statements/counts?by=speaker', 'العد حسب', 'عاملا تصفية'],
    ['/search', 'بحث', 'كلمة'],
    ['/search?q=x&kind=persn', '«النوع»', 'شخص'],
    ['/statements?country=zz', '«البلد»', 'جنوب أفريقيا'],
    ['/statements/facets/speeker', '«عامل التصفية»', 'المتحدث'],
    ['/nowhere', '/nowhere', 'لا شيء في'],
  ];
  for (const [url = '', ...words] of said) {
    const faults = faultsOn((await visit(inLanguage(url, 'ar'))).body);
    for (const word of words) t.match(faults, word, `${url}: ${word}`);
    t.notMatch(faults, /expected|there is|holds|called/, `${url}: no English`);
    t.not(faultsOn((await visit(inLanguage(url, 'en'))).body), '', url);
  }
});

t.test('a format that there is not is refused on a page, with the right one as a link', async (t) => {
  const { visit } = await pagesApp(t);
  const answer = await visit('/statements?speaker=putin&format=atomm&lang=ar');
  t.equal(answer.statusCode, 400);
  t.match(answer.headers['content-type'], /^text\/html/);
  t.match(faultsOn(answer.body), /«atomm» ليست قيمة صالحة لـ«الصيغة»/);
  t.ok(attributes(answer.body, 'a', 'href').includes('/statements?speaker=putin&format=atom&lang=ar'));
  const csv = await visit('/statements?format=csv&limit=x');
  t.match(csv.headers['content-type'], /json/, 'whoever asks for a format of data gets data');
});

t.test('an unknown id leads to the list in which to look', async (t) => {
  const { visit } = await pagesApp(t);
  t.match((await visit('/places/alasca')).body, '· <a href="/places">Places</a>');
  t.match((await visit('/discrepancies/none')).body, '· <a href="/discrepancies">Where sources differ</a>');
  const possible = textOf((await visit('/changes?collection=x&lang=ar')).body);
  t.match(possible, /القيم الممكنة التصريحات الصياغات الروايات أين تختلف المصادر/, 'codes have names');
  t.match((await visit('/nowhere')).body, '· <a href="/statements">Statements</a>');
});

t.test('long facets unfold, and what is chosen is seen', async (t) => {
  const { visit } = await pagesApp(t);
  const folded = (body: string) =>
    Array.from(body.matchAll(/<details class="more"( open)?>/g), ([, open]) => open);
  const { body } = await visit('/statements');
  t.ok(folded(body).length > 0 && folded(body).every((open) => open === undefined));
  const last =
    attributes(body, 'a', 'href')
      .filter((href) => href.startsWith('/statements?topic='))
      .at(-1) ?? '';
  t.ok(folded((await visit(last)).body).includes(' open'), last);
});

t.test('an excerpt stands beside the quoted words', async (t) => {
  const records = bareRecords();
  const [quoting] = bareStatement('excerpted').renditions;
  const excerpt = { text: 'قال إن اللقاء مثمر جدا', start: 0, end: 22 };
  const rendition = {
    ...quoting,
    end: 30,
    mode: 'mixed',
    quotes: [{ text: 'مثمر جدا', start: 1, end: 9 }],
    excerpt,
  };
  const statement = bareStatement('excerpted', {
    renditions: [rendition] as (typeof records.statement)[0]['renditions'],
  });
  const { database } = await fixture(t, { ...records, statement: [statement] });
  const { ask } = await testApp(t, { database });
  const list = JSON.parse((await ask('/renditions')).body) as { data: { href: string }[] };
  for (const url of ['/statements/excerpted', '/renditions', list.data[0]?.href ?? '']) {
    const { body } = await ask(`${url}?lang=ar`, { headers: { accept: browserAccept } });
    t.match(body, `<blockquote lang="ar" dir="rtl">${excerpt.text}</blockquote>`, url);
    t.match(textOf(body), 'من المقطع', url);
  }
});

/** What pages say of records of a test's own. */
async function pagesOf(t: Test, records: Seeds) {
  const { database, load } = await fixture(t, records);
  const { ask, get } = await testApp(t, { database });
  const visit = async (url: string) => (await ask(url, { headers: { accept: browserAccept } })).body;
  return { load, get, visit };
}

t.test('a name that people share: each of them, with what tells them apart', async (t) => {
  const records = bareRecords();
  const ada = (id: string, country: string, title: string) => ({
    ...{ id, name: { en: 'Ada Stone', ar: 'آدا ستون' }, country },
    roles: [{ title: { en: title, ar: title } }],
  });
  records.person.push(ada('ada-one', 'CA', 'Minister'), ada('ada-two', 'GB', 'Judge'));
  const { visit } = await pagesOf(t, records);
  const body = await visit('/statements?speaker=Ada+Stone&limit=5');
  t.match(textOf(body), '“Ada Stone” can mean each of these:');
  t.match(textOf(body), 'Ada Stone (Minister, Canada) ada-one Ada Stone (Judge, United Kingdom) ada-two');
  t.match(body, '<a href="/statements?speaker=ada-two&amp;limit=5">Ada Stone</a>');
});

t.test('an event of several days, and a date that can be any day of a month', async (t) => {
  const records = bareRecords();
  const name = { en: 'The week', ar: 'الأسبوع' };
  records.event.push({ id: 'week', name, kind: 'summit', start: '2025-08-15', end: '2025-08-17' });
  const place = { event: 'week', attribute: 'start', source: 'paper', paragraph: 1, start: 0, end: 5 };
  records.claim.push(
    { ...place, id: 'one', value: { type: 'date', value: '2025-08' } },
    { ...place, id: 'other', value: { type: 'date', value: '2025-08-16' } },
  );
  const { visit } = await pagesOf(t, records);
  t.match(textOf(await visit('/events/week')), '15 August 2025 – 17 August 2025');
  t.match(textOf(await visit('/discrepancies/week-start')), 'August 2025 1 August 2025 – 31 August 2025');
});

t.test('what was removed is named by its id, and leads nowhere', async (t) => {
  const statement = ['one', 'two'].map((id) => bareStatement(id));
  const { load, get, visit } = await pagesOf(t, { ...bareRecords(), statement });
  const { version } = await get<{ version: string }>('/dataset');
  await load({ ...bareRecords(), statement: statement.slice(0, 1) });
  const body = await visit(`/changes?since=${version}&collection=statements`);
  t.match(body, '<th scope="row"><bdi>two</bdi></th>');
  t.match(textOf(body), 'two Statements removed');
});

t.test('a profile with more speakers than it shows says of how many', async (t) => {
  const records = bareRecords();
  const source = records.source.map((each) => ({ ...each, outlet: 'xinhua' }));
  const ids = Array.from({ length: 31 }, (_, at) => `speaker-${at}`);
  const person = ids.map((id) => ({ id, name: { en: id, ar: id } }));
  const statement = ids.map((id) => bareStatement(`said-by-${id}`, { speakers: [id] }));
  const { visit } = await pagesOf(t, { ...records, source, person, statement });
  t.match(textOf(await visit('/outlets/xinhua/profile')), '30 / 31');
});

t.test('notes are in the language of the page, or say in which', async (t) => {
  const { visit } = await pagesApp(t);
  for (const [url, words] of [
    ['/statements/putin-agreements-starting-point', 'ملاحظة: رجاء، بكلام غير مباشر؛'],
    ['/claims/summit-weekday-002', 'ملاحظة: يجعل الجمعة هي الأمس'],
    ['/sources/article-003', 'ملاحظة: وحده يسمي ناشره وتاريخه'],
    ['/discrepancies/alaska-2025-progress', 'ملاحظة: عنوان فرعي.'],
  ] as const) {
    const text = textOf((await visit(inLanguage(url, 'ar'))).body);
    t.match(text, words, url);
    t.notMatch(text, 'ملاحظة (', url);
  }
  const records = bareRecords();
  const source = records.source.map((each) => ({ ...each, note: { en: 'Names no publisher.' } }));
  const { database } = await fixture(t, { ...records, source });
  const { ask } = await testApp(t, { database });
  const { body } = await ask('/sources/paper?lang=ar', { headers: { accept: browserAccept } });
  t.match(body, /ملاحظة \(الإنجليزية\):<\/span> <bdi lang="en" dir="ltr">Names no publisher\./);
});
