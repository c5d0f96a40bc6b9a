// What was asked lately is known; what was not is not taken for it; memory does not grow.
import t from 'tap';
import { AskedBefore } from '../../../src/http/answers/asked-before.ts';

t.test('from the second time on', async (t) => {
  const asked = new AskedBefore();
  const keys = Array.from({ length: 1_000 }, (_each, at) => `/statements?limit=${at}`);
  t.equal(keys.filter((key) => asked.see(key)).length, 0, 'nothing was asked before');
  t.ok(keys.filter((key) => asked.see(key)).length > 980, 'nearly all are remembered');
});

t.test('many others make it forget, and are not mistaken', async (t) => {
  const asked = new AskedBefore();
  asked.see('first');
  let mistaken = 0;
  for (let at = 0; at < 1_000_000; at++) if (asked.see(`other ${at}`)) mistaken += 1;
  t.ok(mistaken < 10, `${mistaken} of a million`);
  t.equal(asked.see('first'), false);
  t.equal(asked.see('first'), true);
});
