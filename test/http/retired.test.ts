// Ids that were given up: they lead to what took their place, everywhere, for ever.
import t from 'tap';
import { testApp } from '../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';
import { idsOf } from '../support/lists.ts';
import { isProblem } from '../support/problems.ts';
import type { Seeds } from '../support/seeds.ts';

/** One record of each kind, with an id that it had before. */
function renamed(): Seeds {
  const bare = bareRecords();
  const names = { en: 'New', ar: 'جديد' };
  const [first, ...statements] = [
    bareStatement('new-words', {
      formerly: ['old-words', 'older-words'],
      event: 'new-event',
      place: 'new-place',
      topics: ['new-topic'],
    }),
  ];
  const claim = {
    id: 'new-claim',
    formerly: ['old-claim'],
    event: 'new-event',
    attribute: 'date',
    source: 'paper',
  };
  return {
    ...bare,
    person: bare.person.map((each) => (each.id === 'putin' ? { ...each, formerly: ['poutine'] } : each)),
    organization: bare.organization.map((each) =>
      each.id === 'xinhua' ? { ...each, formerly: ['hsinhua'] } : each,
    ),
    place: [{ id: 'new-place', formerly: ['old-place'], name: names, kind: 'other' }],
    topic: [{ id: 'new-topic', formerly: ['old-topic'], name: names, description: names }],
    event: [{ id: 'new-event', formerly: ['old-event'], name: names, kind: 'other' }],
    source: bare.source.map((each) => ({ ...each, formerly: ['old-paper'], outlet: 'xinhua' })),
    statement: first ? [first, ...statements] : [],
    claim: [{ ...claim, value: { type: 'date', value: '2025' }, paragraph: 1, start: 0, end: 5 }],
  };
}

const moves = {
  '/people/poutine': '/people/putin',
  '/organizations/hsinhua': '/organizations/xinhua',
  '/outlets/hsinhua': '/outlets/xinhua',
  '/places/old-place': '/places/new-place',
  '/topics/old-topic': '/topics/new-topic',
  '/events/old-event': '/events/new-event',
  '/sources/old-paper': '/sources/paper',
  '/statements/old-words': '/statements/new-words',
  '/statements/older-words': '/statements/new-words',
  '/claims/old-claim': '/claims/new-claim',
};

t.test('in a path they lead on', async (t) => {
  const { database } = await fixture(t, renamed());
  const { ask } = await testApp(t, { database });
  for (const [url, target] of Object.entries(moves)) {
    for (const method of ['GET', 'HEAD'] as const) {
      const response = await ask(url, { method });
      t.equal(response.statusCode, 301, `${method} ${url}`);
      t.equal(response.headers['location'], target, `${method} ${url}: where to`);
    }
    t.equal((await ask(target)).statusCode, 200, `${target}: is there`);
  }
  isProblem(t, await ask('/people/old-words'), 'unknown-id', 'an old id of another kind leads nowhere');
});

t.test('as filter values they stand for what took their place', async (t) => {
  const { database } = await fixture(t, renamed());
  const { get } = await testApp(t, { database });
  const asked = [
    'speaker=poutine',
    'outlet=hsinhua',
    'place=old-place',
    'topic=old-topic',
    'event=old-event',
    'source=old-paper',
  ];
  for (const filter of asked) t.same(await idsOf(get, `/statements?${filter}`), ['new-words'], filter);
});

t.test('an old id that is forgotten is unknown again', async (t) => {
  const records = renamed();
  const { database, load } = await fixture(t, records);
  const { ask } = await testApp(t, { database });
  await load({ ...records, person: records.person.map(({ formerly, ...rest }) => rest) });
  isProblem(t, await ask('/people/poutine'), 'unknown-id');
  isProblem(t, await ask('/statements?speaker=poutine'), 'unknown-value');
});

t.test('an id that never was has a hint, where anything comes near', async (t) => {
  const { ask } = await testApp(t);
  const near = {
    '/people/putn': 'putin',
    '/people/Путин': 'putin',
    '/people/PUTIN': 'putin',
    '/organizations/kremlim': 'kremlin',
    '/outlets/xinhwa': 'xinhua',
    '/places/alasca': 'alaska',
    '/topics/negotiation': 'negotiations',
    '/events/alaska-2024': 'alaska-2025',
    '/sources/article-03': 'article-003',
    '/statements/putin-good-direct-contact': 'putin-good-direct-contacts',
    '/claims/talks-duration-01': 'talks-duration-001',
    '/people/qqqqqqqqqqqqqqqqqq': undefined,
    '/people/a': undefined,
    '/people/%00': undefined,
    [`/people/${'x'.repeat(199)}`]: undefined,
  };
  for (const [url, hint] of Object.entries(near)) {
    const body = isProblem(t, await ask(encodeURI(url).replaceAll('%2500', '%00')), 'unknown-id', url);
    t.equal(body.hint, hint, `${url}: hint`);
    t.equal(body.param, 'id', `${url}: which`);
  }
});
