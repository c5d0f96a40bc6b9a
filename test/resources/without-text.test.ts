// Sources that are known without their text: what is loaded, answered, filtered, shown, located and verified of them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { inProject } from '../../src/project.ts';
import { testApp } from '../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../support/fixture.ts';
import { idsOf } from '../support/lists.ts';
import type { Seeds } from '../support/seeds.ts';

const cited = { id: 'cited', name: { en: 'A paper of 16 August, page 3', ar: 'صحيفة' }, language: 'ar' };
const linked = {
  id: 'linked',
  name: { en: 'A page', ar: 'صفحة' },
  language: 'ar',
  url: 'https://news.example/summit',
};
const quote = { text: 'مثمر جداً' };

/** A statement in a source with a text and in two without one; another in one without a text only. */
const records = (): Seeds => {
  const bare = bareRecords();
  const both = bareStatement('both');
  return {
    ...bare,
    source: [...bare.source, cited, linked],
    statement: [
      {
        ...both,
        renditions: [
          {
            ...both.renditions[0],
            id: 'both-paper',
            mode: 'direct',
            quotes: [{ text: 'مثمر جدا', start: 1, end: 9 }],
          },
          { id: 'both-linked', source: 'linked', mode: 'direct', language: 'ar', quotes: [quote] },
          { id: 'both-cited', source: 'cited', mode: 'indirect', language: 'ar' },
        ],
      },
      {
        ...bareStatement('cited-only'),
        renditions: [
          { id: 'cited-only-cited', source: 'cited', mode: 'direct', language: 'ar', quotes: [quote] },
        ],
      },
      bareStatement('read-only'),
    ],
    event: [{ id: 'talks', name: { en: 'Talks', ar: 'محادثات' }, kind: 'talks' }],
    claim: [
      {
        id: 'length-cited',
        event: 'talks',
        attribute: 'duration',
        value: { type: 'duration', value: 'PT2H' },
        source: 'cited',
      },
    ],
  } as object as Seeds; // the seeds themselves have a text for each source
};

t.test('they load, and their renditions say that nothing is proven', async (t) => {
  const { database } = await fixture(t, records());
  const { ask, get } = await testApp(t, { database });
  t.match(await get('/sources/linked'), {
    proof: 'none',
    file: null,
    sha256: null,
    paragraphs: 0,
    renditions: 1,
    url: 'https://news.example/summit',
  });
  t.match(await get('/sources/paper'), { proof: 'text', file: 'paper.txt' });
  t.match(await get('/renditions/both-linked'), {
    proof: 'none',
    paragraph: null,
    start: null,
    end: null,
    quotes: [{ text: 'مثمر جداً', start: null, end: null, link: /^https:\/\/news\.example\/summit#:~:text=/ }],
  });
  t.match(await get('/renditions/both-paper'), { proof: 'text', paragraph: 1, start: 0, end: 10 });
  t.match(await get('/claims/length-cited'), { paragraph: null, start: null, end: null });
  const asked: [url: string, ids: string[]][] = [
    ['/sources?proof=none', ['cited', 'linked']],
    ['/sources?proof=text', ['paper']],
    ['/renditions?proof=none', ['both-cited', 'cited-only-cited', 'both-linked']],
    ['/renditions?proof=text', ['both-paper', 'read-only-paper']],
    ['/statements?proof=none', ['both', 'cited-only']],
    ['/statements?proof=text', ['both', 'read-only']],
    ['/statements?proof=!none', ['read-only']],
  ];
  for (const [url, ids] of asked) t.same(await idsOf(get, url), ids, url);
  const { facets } = await get<{ facets: { proof: { values: { id: string; count: number }[] } } }>(
    '/renditions?facets=proof',
  );
  t.same(
    facets.proof.values.map(({ id, count }) => [id, count]),
    [
      ['none', 3],
      ['text', 2],
    ],
  );
  const csv = (await ask('/statements?format=csv&fields=renditions.id,renditions.proof')).body;
  t.match(csv, /both-linked,none\r\n/);
  t.match(csv, /both-paper,text\r\n/);
});

t.test('they are compared by their words, and shown in every format', async (t) => {
  const { database } = await fixture(t, records());
  const { ask, get } = await testApp(t, { database });
  const found = await get<{ renditions: { id: string; segments: object[] }[]; pairs: object[] }>(
    '/statements/both/comparison',
  );
  t.match(
    found.renditions.find(({ id }) => id === 'both-linked'),
    {
      proof: 'none',
      words: 2,
      segments: [{ kind: 'core', text: 'مثمر جداً', quote: 0, start: null, end: null }],
    },
  );
  t.match(
    found.renditions.find(({ id }) => id === 'both-paper'),
    { segments: [{ text: 'مثمر جدا', start: 1, end: 9 }] },
  );
  const annotation = (await ask('/renditions/both-linked?format=annotation')).json();
  t.same(
    annotation.target.map(({ selector }: { selector: object[] }) => selector),
    [[], [{ type: 'TextQuoteSelector', exact: 'مثمر جداً' }]],
  );
  const node = (await ask('/sources/cited?format=jsonld')).json();
  t.notOk('encoding' in node);
  for (const [page, shown] of [
    ['/sources/linked', 'known without its text'],
    ['/sources/cited', 'known without its text'],
    ['/renditions/both-linked', 'known without its text'],
    ['/renditions?proof=none', '>Without a text<'],
    ['/renditions?proof=none&lang=ar', '>بلا نص<'],
    ['/claims/length-cited', 'known without its text'],
    ['/statements/both', 'مثمر جداً'],
    ['/sources?proof=none', 'A page'],
  ] as const) {
    const response = await ask(page, { headers: { accept: 'text/html' } });
    t.equal(response.statusCode, 200, page);
    t.match(response.body, shown, page);
    t.notMatch(response.body, /NaN|null/, page);
  }
});

t.test('a text is given whole or not at all', async (t) => {
  const [paper] = bareRecords().source;
  const own = { ...bareStatement('own').renditions[0] };
  const wrong: [name: string, change: object, message: RegExp][] = [
    [
      'a file without its digest',
      { source: [{ ...paper, sha256: undefined }] },
      /give the SHA-256 of the file/,
    ],
    [
      'paragraphs without a file',
      { source: [{ ...paper, file: undefined }] },
      /name the file that the digest/,
    ],
    [
      'a file without paragraphs',
      { source: [{ ...paper, paragraphs: [] }] },
      /let npm run locate fill them in/,
    ],
    [
      'a place in a source without a text',
      {
        source: [cited],
        statement: [bareStatement('own', { renditions: [{ ...own, id: 'x', source: 'cited' }] } as object)],
      },
      /cited is known without its text, so that nothing has a place in it/,
    ],
    [
      'no place in a source with a text',
      {
        statement: [
          bareStatement('own', {
            renditions: [{ id: 'x', source: 'paper', mode: 'indirect', language: 'ar' }],
          } as object),
        ],
      },
      /missing, for paper has a text/,
    ],
    [
      'half a place',
      { statement: [bareStatement('own', { renditions: [{ ...own, id: 'x', end: undefined }] } as object)] },
      /missing; let npm run locate/,
    ],
  ];
  for (const [name, change, message] of wrong)
    await t.rejects(fixture(t, { ...bareRecords(), ...change } as Seeds), { message }, name);
});

t.test('verify counts them and does not fail on them; locate leaves them alone', async (t) => {
  const folder = t.testdir({ articles: {}, seeds: {} });
  const [articles, seeds] = [path.join(folder, 'articles'), path.join(folder, 'seeds')];
  mkdirSync(articles, { recursive: true });
  const files = {
    'people.yaml': '- id: ada\n  name: { en: Ada Stone, ar: عايدة }\n',
    'sources.yaml':
      '- id: page\n  name: { en: A page, ar: صفحة }\n  language: ar\n  url: https://news.example/summit\n',
    'statements.yaml': `- id: near
  speakers: [ada]
  gist: { en: Peace is near., ar: السلام قريب. }
  renditions:
    - source: page
      mode: direct
      language: ar
      quotes: [{ text: السلام قريب }]
`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(seeds, name), text);
  const run = (command: string) =>
    spawnSync(process.execPath, [inProject(`dist/scripts/${command}.js`), articles, seeds], {
      encoding: 'utf8',
    });
  const located = run('locate');
  t.equal(located.status, 0, located.stderr);
  t.match(
    readFileSync(path.join(seeds, 'statements.yaml'), 'utf8'),
    'id: near-page',
    'the rendition got its id',
  );
  t.equal(readFileSync(path.join(seeds, 'sources.yaml'), 'utf8'), files['sources.yaml']);
  const verified = run('verify');
  t.equal(verified.status, 0, verified.stderr);
  t.match(
    verified.stdout,
    '0 sources, 0 renditions, 0 quotes and 0 claims proven; 1 source, 1 rendition, 1 quote and 0 claims without a text',
  );
});
