// GET /docs and the description: Swagger UI from this server alone, without the internet.
import type { OpenAPIV3_1 } from 'openapi-types';
import t from 'tap';
import { parse } from 'yaml';
import { resolvingPlugin } from '../../../src/http/openapi/swagger-ui-plugin.ts';
import { type TestApp, testApp } from '../../support/app.ts';

/** Everything that a page or a style sheet makes a browser load. */
function loadedBy(text: string): string[] {
  const inPages = text.matchAll(/<(?:script|link|img|iframe)[^>]*?\s(?:src|href)="([^"]+)"/g);
  const inStyles = text.matchAll(/url\(\s*["']?(?!data:|#)([^"')\s]+)/g);
  const imported = text.matchAll(/@import\s+["']([^"']+)/g);
  return [...inPages, ...inStyles, ...imported].map(([, address]) => String(address));
}

/** Follows what is loaded from page to page, and gives every address as it stands there. */
async function everythingLoaded(ask: TestApp['ask'], start: string): Promise<Map<string, string>> {
  const loaded = new Map<string, string>();
  const waiting = [new URL(start, 'http://localhost').href];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (loaded.has(url)) continue;
    const response = await ask(new URL(url).pathname);
    t.equal(response.statusCode, 200, `${url} is there`);
    loaded.set(url, String(response.headers['content-type']));
    if (!/html|css/.test(loaded.get(url) ?? '')) continue;
    for (const address of loadedBy(response.body)) waiting.push(new URL(address, url).href);
  }
  return loaded;
}

t.test('nothing is loaded from elsewhere', async () => {
  const { ask } = await testApp(t);
  const loaded = await everythingLoaded(ask, '/docs');
  t.ok(loaded.size >= 4, `the page and what it loads: ${[...loaded.keys()].join(' ')}`);
  for (const url of loaded.keys()) t.match(url, /^http:\/\/localhost\/docs/, 'from this server');
  t.ok(
    [...loaded.values()].some((type) => type.includes('javascript')),
    'scripts among it',
  );
  const script = [...loaded.keys()].find((url) => url.includes('initializer'));
  const initializer = (await ask(new URL(String(script)).pathname)).body;
  t.match(initializer, /validatorUrl: null/, 'and no validator elsewhere is asked about the description');
});

t.test('the page reads the description and says who it is, in UTF-8', async (t) => {
  const { ask } = await testApp(t);
  const page = await ask('/docs');
  t.match(page.headers['content-type'], /^text\/html; charset=utf-8$/);
  t.match(page.body, /<title>Summit Record/);
  const description = (await ask('/docs/json')).json<OpenAPIV3_1.Document>();
  const example = description.paths?.['/people/{id}']?.get?.responses?.['200'] as OpenAPIV3_1.ResponseObject;
  const answer = (await ask('/people/putin')).json();
  t.same(example.content?.['application/json']?.example, answer, 'with real answers as examples');
  const bare = JSON.parse(JSON.stringify(description), (_, value) => {
    if (typeof value !== 'object' || value === null || !('schema' in value) || 'in' in value) return value;
    const { example: _example, ...media } = value;
    return media;
  });
  const whole = (await ask('/openapi.json?profile=full')).json<OpenAPIV3_1.Document>();
  t.same(Object.keys(bare.paths), Object.keys(whole.paths ?? {}), 'of every operation');
  t.same(bare.paths['/statements'], whole.paths?.['/statements'], 'else it is the whole description');
  t.match(
    description.components?.parameters,
    {
      Outlet: { examples: undefined, example: undefined, description: /Example: `xinhua`\.$/ },
      Speaker: { examples: undefined, example: ['putin'] },
    },
    'forms begin empty or with one value',
  );
  const parameters = (path: string) =>
    (description.paths?.[path]?.get?.parameters ?? []) as { $ref?: string }[];
  t.match(parameters('/statements')[0], { $ref: /Q$/ }, 'words to search for come first');
  t.match(page.body, /^<!DOCTYPE html>/, 'not in quirks mode');
  t.match(page.body, /<meta name="viewport" content="width=device-width/, 'for phones');
  t.match(page.body, /theme\/icon\.svg/, 'under its own sign');
  t.match((await ask('/docs/static/theme/own.css')).body, /unicode-bidi: plaintext/, 'Arabic stands right');
});

t.test('the description as JSON and YAML', async (t) => {
  const { ask } = await testApp(t);
  const json = await ask('/openapi.json?profile=full');
  const yaml = await ask('/openapi.yaml');
  t.match(json.headers['content-type'], /^application\/json/);
  t.match(yaml.headers['content-type'], /^application\/yaml/);
  t.same(parse(yaml.body), json.json(), 'the same in both');
  t.equal(json.json().openapi, '3.1.0');
  t.match(yaml.body, /بوتين/, 'Arabic as it is, not escaped');
});

t.test('files are asked for again, in parts, and by a name that is another', async (t) => {
  const { ask } = await testApp(t);
  const file = '/docs/static/swagger-ui.css';
  const { headers, rawPayload } = await ask(file);
  const again = await ask(file, { headers: { 'if-none-match': String(headers.etag) } });
  t.equal(again.statusCode, 304);
  t.equal(again.rawPayload.length, 0);
  const part = await ask(file, { headers: { range: 'bytes=2-11' } });
  t.equal(part.statusCode, 206);
  t.same(part.rawPayload, rawPayload.subarray(2, 12));
  const moved = await ask('/docs/static/index.html');
  t.match(moved, { statusCode: 302, headers: { location: '/docs/', 'content-length': '0' } });
  t.notOk(moved.headers['content-type'], 'of nothing there is no type');
  const unknown = await ask('/docs/nothing');
  t.match(unknown.json(), { code: 'unknown-route', detail: 'nothing is served at /docs/nothing' });
});

t.test('no way out of the folder of the documentation', async (t) => {
  const { ask } = await testApp(t);
  for (const path of [
    '../package.json',
    '..%2f..%2fpackage.json',
    '%2e%2e/package.json',
    '....//package.json',
  ]) {
    const { statusCode, body } = await ask(`/docs/static/${path}`);
    t.ok(statusCode === 404 || statusCode === 400, `${path}: ${statusCode}`);
    t.notMatch(body, /"version"/, path);
  }
});

t.test('profiles of the description: JSON alone, or a short one to be read whole', async (t) => {
  const { ask } = await testApp(t);
  const sizes: Record<string, number> = {};
  for (const profile of ['json', 'small', 'full']) {
    const { body } = await ask(`/openapi.json?profile=${profile}`);
    sizes[profile] = Buffer.byteLength(body);
    const described = JSON.parse(body) as OpenAPIV3_1.Document;
    const references = new Set(body.match(/#\/components\/\w+\/[\w-]+/g));
    for (const reference of references) {
      const [, , kind = '', name = ''] = reference.split('/');
      const components = described.components as Record<string, Record<string, unknown>>;
      t.ok(components[kind]?.[name], `${profile}: ${reference}`);
    }
    t.equal('/statements.csv' in (described.paths ?? {}), profile === 'full', `${profile}: other formats`);
  }
  t.ok(Number(sizes['json']) < 150_000, `${sizes['json']} bytes`);
  t.ok(Number(sizes['small']) < 40_000, `${sizes['small']} bytes`);
  t.same(
    (await ask('/openapi.json')).json(),
    (await ask('/openapi.json?profile=json')).json(),
    'JSON by default',
  );
  t.match((await ask('/openapi.json?profile=tiny')).json(), { code: 'invalid-parameter', param: 'profile' });
});

t.test('the resolver of references', async (t) => {
  const { resolveSubtree } = resolvingPlugin().fn;
  const description = {
    paths: { '/a': { $ref: '#/components/A', summary: 'own' } },
    components: {
      A: { list: [{ $ref: '#/components/B' }] },
      B: { again: { $ref: '#/components/A' }, example: { $ref: 'kept' } },
    },
  };
  t.same(await resolveSubtree(description, ['paths', '/a']), {
    spec: {
      list: [{ again: { $ref: '#/components/A' }, example: { $ref: 'kept' }, $$ref: '#/components/B' }],
      summary: 'own',
      $$ref: '#/components/A',
    },
    errors: [],
  });
});
