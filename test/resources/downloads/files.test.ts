// /dataset.ndjson and /dataset.sqlite as files: validators, parts, names; and what clients do to get them.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import t from 'tap';
import { testApp } from '../../support/app.ts';
import { bareRecords, bareStatement, fixture } from '../../support/fixture.ts';
import { isProblem } from '../../support/problems.ts';

const files = [
  { path: '/dataset.ndjson', type: 'application/x-ndjson; charset=utf-8', ending: 'ndjson' },
  { path: '/dataset.sqlite', type: 'application/vnd.sqlite3', ending: 'sqlite' },
];

for (const { path, type, ending } of files) {
  t.test(path, async (t) => {
    const { ask, get } = await testApp(t);
    const { version, downloads } = await get<{ version: string; downloads: object[] }>('/dataset');
    const whole = await ask(path);
    const bytes = whole.rawPayload;
    const { etag } = whole.headers;
    const shared = {
      etag,
      'content-type': type,
      'accept-ranges': 'bytes',
      'cache-control': 'public, no-cache',
    };

    t.test('whole', async (t) => {
      t.match(
        downloads,
        [...files.filter((each) => each.path === path)].map(() => ({ href: String, mediaType: String })),
      );
      t.ok(downloads.some((each) => JSON.stringify(each).includes(`"href":"${path}","mediaType":"${type}"`)));
      t.equal(whole.statusCode, 200);
      t.match(etag, /^"[\w-]{27}"$/, 'a strong tag');
      t.match(whole.headers, {
        ...shared,
        'content-length': String(bytes.length),
        'content-disposition': `attachment; filename="summit-record-${version}.${ending}"`,
      });
      t.notOk('content-range' in whole.headers);
      t.ok((await ask(path)).rawPayload.equals(bytes), 'the same bytes again');
    });

    t.test('compressed where the client accepts it', async (t) => {
      for (const [coding, decoded] of [
        ['br', brotliDecompressSync] as const,
        ['gzip', gunzipSync] as const,
      ]) {
        const compressed = await ask(path, { headers: { 'accept-encoding': coding } });
        t.match(compressed.headers, { 'content-encoding': coding, vary: /accept-encoding/ });
        t.ok(
          compressed.rawPayload.length < bytes.length / 2,
          `${coding}: ${compressed.rawPayload.length} bytes`,
        );
        t.ok(decoded(compressed.rawPayload).equals(bytes), coding);
        const own = String(compressed.headers['etag']);
        t.not(own, etag, 'other bytes have another tag');
        const again = { 'accept-encoding': coding, 'if-none-match': own };
        t.equal((await ask(path, { headers: again })).statusCode, 304);
        const part = await ask(path, { headers: { 'accept-encoding': coding, range: 'bytes=0-9' } });
        t.equal(part.statusCode, 206);
        t.match(part.headers, { etag, 'content-length': '10' });
        t.ok(part.rawPayload.equals(bytes.subarray(0, 10)), 'a part counts the bytes of the file');
        const resumed = { 'accept-encoding': coding, range: 'bytes=5-', 'if-range': own };
        t.equal((await ask(path, { headers: resumed })).statusCode, 200, 'no part of compressed bytes');
      }
    });

    t.test('HEAD tells the same, and sends nothing', async (t) => {
      const head = await ask(path, { method: 'HEAD', headers: { range: 'bytes=0-9' } });
      t.equal(head.statusCode, 200, 'of which there are no parts');
      t.equal(head.rawPayload.length, 0);
      t.match(head.headers, { ...shared, 'content-length': String(bytes.length) });
    });

    t.test('a client that has it', async (t) => {
      for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
        const again = await ask(path, { headers: { 'if-none-match': String(tag), range: 'bytes=0-9' } });
        t.equal(again.statusCode, 304, String(tag));
        t.equal(again.headers['etag'], etag);
      }
      t.equal((await ask(path, { headers: { 'if-none-match': '"x"' } })).statusCode, 200);
    });

    t.test('parts', async (t) => {
      const last = bytes.length - 1;
      for (const [range, from, to] of [
        ['bytes=0-99', 0, 99],
        ['bytes=100-', 100, last],
        ['bytes=-100', last - 99, last],
        [`bytes=5-${last + 5}`, 5, last],
        [`bytes=-${last + 5}`, 0, last],
      ] as const) {
        const part = await ask(path, { headers: { range } });
        t.equal(part.statusCode, 206, range);
        t.match(part.headers, {
          ...shared,
          'content-range': `bytes ${from}-${to}/${bytes.length}`,
          'content-length': String(to - from + 1),
        });
        t.ok(part.rawPayload.equals(bytes.subarray(from, to + 1)), 'these very bytes');
      }
      const pieces = [];
      for (let at = 0; at < bytes.length; at += 300_000) {
        const range = `bytes=${at}-${at + 299_999}`;
        pieces.push((await ask(path, { headers: { range, 'if-range': String(etag) } })).rawPayload);
      }
      t.ok(Buffer.concat(pieces).equals(bytes), 'put together, the whole');
    });

    t.test('a part of what has changed since is no help: the whole is sent', async (t) => {
      for (const [name, headers] of Object.entries({
        'another tag': { range: 'bytes=0-9', 'if-range': '"other"' },
        'several ranges': { range: 'bytes=0-9,20-29' },
        'no range': { range: 'bytes=x' },
      })) {
        const response = await ask(path, { headers });
        t.equal(response.statusCode, 200, name);
        t.equal(response.rawPayload.length, bytes.length);
      }
    });

    t.test('a part that there is not', async (t) => {
      const response = await ask(path, { headers: { range: `bytes=${bytes.length}-` } });
      t.match(isProblem(t, response, 'range-not-satisfiable'), {
        detail: new RegExp(`${bytes.length} bytes`),
      });
      t.equal(response.headers['content-range'], `bytes */${bytes.length}`);
      t.notOk('content-disposition' in response.headers);
    });

    t.test('other refusals', async (t) => {
      const image = await ask(path, { headers: { accept: 'image/png' } });
      t.match(image.json(), { status: 406, code: 'not-acceptable', allowed: [type.replace(/; .*/, '')] });
      isProblem(t, await ask(`${path}?format=json`), 'unknown-parameter');
      isProblem(t, await ask(path, { method: 'DELETE' }), 'method-not-allowed');
      t.equal((await ask(path, { headers: { accept: 'text/html,*/*;q=0.8' } })).statusCode, 200, 'a browser');
    });
    t.end();
  });
}

t.test(
  'a load changes the file, its tag and its name; a part of the old is not mixed with the new',
  async (t) => {
    const records = { ...bareRecords(), statement: [bareStatement('one')] };
    const { database, load } = await fixture(t, records);
    const { ask } = await testApp(t, { database });
    for (const { path } of files) {
      await load(records);
      const old = await ask(path);
      await load({ ...records, statement: [bareStatement('two')] });
      const range = { range: 'bytes=10-', 'if-range': String(old.headers['etag']) };
      const fresh = await ask(path, { headers: range });
      t.equal(fresh.statusCode, 200, path);
      for (const header of ['etag', 'content-disposition'])
        t.not(fresh.headers[header], old.headers[header], header);
    }
  },
);

t.test('nothing to download yet', async (t) => {
  const { emptyDatabase } = await import('../../../src/sqlite/open.ts');
  const { ask } = await testApp(t, { database: emptyDatabase() });
  for (const { path } of files) isProblem(t, await ask(path), 'not-ready');
});
