// Swagger UI in a browser: nothing is wider than a phone, and a request that is tried is answered.
import type { Page } from 'playwright-core';
import t from 'tap';
import { noBrowser, sizes, surf } from './browser.ts';

/** The largest operations, and a small one. */
const operations = [
  'Statements-listStatements',
  'Statements-getStatement',
  'Statements-countStatements',
  'People-getPerson',
];

const block = (operation: string) => `#operations-${operation}`;

async function openOperation(page: Page, operation: string): Promise<void> {
  await page.click(`${block(operation)} .opblock-summary-control`);
  await page.waitForSelector(`${block(operation)} .responses-table`);
}

t.test('on a phone', { skip: noBrowser }, async (t) => {
  const { open } = await surf(t);
  const page = await open('/docs', { viewport: sizes.phone });
  await page.waitForSelector(block('People-getPerson'));
  for (const operation of operations) {
    await openOperation(page, operation);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    t.equal(width, sizes.phone.width, `${operation} is no wider than the window`);
  }
});

t.test('a request is tried', { skip: noBrowser }, async (t) => {
  const { open } = await surf(t);
  const page = await open('/docs');
  await openOperation(page, 'People-getPerson');
  const within = block('People-getPerson');
  t.match(
    await page.textContent(`${within} .responses-table`),
    /"فلاديمير بوتين"/,
    'a real answer is the example',
  );
  await page.click(`${within} .execute`);
  await page.waitForSelector(`${within} .live-responses-table`);
  const answer = await page.textContent(`${within} .live-responses-table`);
  t.match(answer, /200/);
  t.match(answer, /"id": *"putin"/);
  t.equal(await page.locator('.topbar').count(), 0, 'no bar of another program');
});
