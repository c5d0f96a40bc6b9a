// GET /: an index for programs, the documentation for browsers.
import t from 'tap';
import { release } from '../../src/project.ts';
import { testApp } from '../support/app.ts';
import { paths } from '../support/examples.ts';

interface Index {
  name: string;
  release: string;
  documentation: string;
  description: string;
  routes: { path: string; summary: string }[];
}

/** What browsers send. */
const browsers = [
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
  'text/html, application/json;q=0.5',
  'text/html',
];

const programs = [undefined, '*/*', 'application/json', 'application/json, text/html;q=0.5'];

t.test('a browser is sent to the documentation', async (t) => {
  const { ask } = await testApp(t);
  for (const accept of browsers) {
    const response = await ask('/', { headers: { accept } });
    t.equal(response.statusCode, 302, accept);
    t.equal(response.headers['location'], '/docs', accept);
    t.match(response.headers['vary'], /accept/i, `${accept}: a cache must not mix the two up`);
  }
});

t.test('a program gets every route, as the description has them', async (t) => {
  const { ask } = await testApp(t);
  for (const accept of programs) {
    const response = await ask('/', { headers: accept === undefined ? {} : { accept } });
    const index = response.json<Index>();
    t.match(index, { name: 'Summit Record', release, documentation: '/docs', description: '/openapi.json' });
    t.same(index.routes.map(({ path }) => path).sort(), [...paths].sort(), 'every one');
    t.ok(
      index.routes.every(({ summary }) => summary.length > 5),
      'each with what it does',
    );
    t.match(response.headers['vary'], /accept/i);
  }
});
