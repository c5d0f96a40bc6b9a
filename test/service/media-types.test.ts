// The service routes keep to what the client accepts, as every other route does.
import t from 'tap';
import { testApp } from '../support/app.ts';

t.test('what cannot be accepted is refused with what can', async (t) => {
  const { ask } = await testApp(t);
  for (const url of [
    '/health/live',
    '/health/ready',
    '/problems',
    '/problems/unknown-id',
    '/dataset',
    '/search?q=putin',
  ]) {
    const refused = await ask(url, { headers: { accept: 'image/png' } });
    t.equal(refused.statusCode, 406, url);
    t.match(refused.json(), { code: 'not-acceptable', allowed: ['application/json'] });
    t.equal((await ask(url, { headers: { accept: '*/*' } })).statusCode, 200, url);
  }
});
