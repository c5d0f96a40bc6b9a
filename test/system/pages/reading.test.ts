// What a person does with the pages, in both languages and on both sizes: with scripts and without.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import t, { type Test } from 'tap';
import { type Language, languages, strings } from '../../../src/pages/strings.ts';
import { noBrowser, type Surf, sizes, surf } from './browser.ts';

const putin = { en: 'Vladimir Putin', ar: 'فلاديمير بوتين' };
const war = { en: 'War in Ukraine', ar: 'الحرب في أوكرانيا' };

/** What a person types to find him. */
const typed = { en: 'put', ar: 'بوت' };

interface Setting {
  name: string;
  language: Language;
  surfing: Surf;
  open: (path: string) => Promise<Page>;
}

/** Runs steps in each language on each size. */
function everywhere(
  title: string,
  steps: (t: Test, setting: Setting) => Promise<void>,
  javaScriptEnabled = true,
): void {
  t.test(title, { skip: noBrowser, timeout: 300_000 }, async (t) => {
    const surfing = await surf(t);
    for (const language of languages) {
      for (const [size, viewport] of Object.entries(sizes)) {
        const open = (path: string) =>
          surfing.open(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`, {
            viewport,
            javaScriptEnabled,
          });
        const name = `${language}, ${size}`;
        await steps(t, { name, language, surfing, open });
      }
    }
  });
}

/** From the home page to what Putin said on Ukraine that sources render differently, and one such statement compared. */
async function findDifferences(t: Test, page: Page, { name, language }: Setting): Promise<void> {
  const text = strings[language];
  await page.locator('main').getByRole('link', { name: putin[language] }).first().click();
  await page.locator('#filters').getByRole('link', { name: war[language] }).click();
  await page.locator('#filters').getByRole('link', { name: text.differing }).click();
  const chips = page.getByRole('list', { name: text.filtersChosen }).getByRole('listitem');
  t.equal(await chips.count(), 4, `${name}: three filters, and a link that takes all away`);
  const cards = page.locator('article.card');
  const found = await cards.count();
  t.ok(found > 0, `${name}: ${found} statements`);
  await cards.first().getByRole('link', { name: text.compare }).click();
  t.equal(await page.locator('h2#compare').innerText(), text.compareRenditions, name);
  t.ok((await page.locator('.aligned').count()) > 0, `${name}: words are aligned`);
  t.ok((await page.locator('.differences li').count()) > 0, `${name}: and differences named`);
}

everywhere('filter from the home page, and compare', async (t, setting) => {
  const page = await setting.open('/');
  await findDifferences(t, page, setting);
  await page.context().close();
});

everywhere(
  'the same without scripts',
  async (t, setting) => {
    const page = await setting.open('/');
    await findDifferences(t, page, setting);
    await page.context().close();
  },
  false,
);

everywhere('search with completion, by the keyboard alone', async (t, { name, language, open }) => {
  const page = await open('/');
  await page.keyboard.press('/');
  await page.keyboard.type(typed[language]);
  const box = page.getByRole('combobox');
  const option = page.getByRole('option', { name: putin[language] }).first(); // as speaker, before the others
  await option.waitFor();
  t.equal(await box.getAttribute('aria-expanded'), 'true', name);
  await page.keyboard.press('ArrowDown');
  t.equal(await box.getAttribute('aria-activedescendant'), await option.getAttribute('id'), name);
  await page.keyboard.press('Enter');
  await page.waitForURL(/speaker=putin/);
  t.match(await page.locator('h1').innerText(), putin[language], name);
  await page.context().close();
});

everywhere(
  'Escape closes the completions, and Enter searches for the words',
  async (t, { name, language, open }) => {
    const page = await open('/');
    await page.getByRole('combobox').fill(putin[language]);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    t.equal(await page.getByRole('listbox').count(), 0, name);
    await page.keyboard.press('Enter');
    await page.waitForURL(/[?&]q=/);
    t.ok((await page.locator('mark').count()) > 0, `${name}: found words are marked`);
    await page.context().close();
  },
);

everywhere('no completions are left of words that were deleted', async (t, { name, language, open }) => {
  const page = await open('/');
  const box = page.getByRole('combobox');
  await box.fill(putin[language]);
  await page.getByRole('option').first().waitFor();
  await box.fill('');
  await page.getByRole('listbox').waitFor({ state: 'hidden' });
  await page.keyboard.press('ArrowDown');
  t.equal(await page.getByRole('option').count(), 0, name);
  await page.context().close();
});

everywhere('arrow keys walk through the values of a filter', async (t, { name, open }) => {
  const page = await open('/statements');
  const values = page.locator('#filters details .facet').first().locator('a');
  await values.first().focus();
  await page.keyboard.press('ArrowDown');
  const focused = () => page.evaluate('document.activeElement.getAttribute("href")');
  t.equal(await focused(), await values.nth(1).getAttribute('href'), name);
  await page.keyboard.press('Home');
  t.equal(await focused(), await values.first().getAttribute('href'), name);
  await page.context().close();
});

everywhere('a filter is taken away again', async (t, { name, language, open }) => {
  const page = await open('/statements?speaker=putin&topic=ukraine-war');
  const chips = page.getByRole('list', { name: strings[language].filtersChosen });
  await chips.getByRole('link', { name: war[language] }).click();
  t.match(page.url(), /speaker=putin/, name);
  t.notMatch(page.url(), /topic=/, name);
  await page.context().close();
});

everywhere('the other language shows the same page', async (t, { name, language, open }) => {
  const page = await open('/statements?speaker=putin');
  await page.getByRole('link', { name: strings[language].otherLanguage }).click();
  const other = language === 'en' ? 'ar' : 'en';
  await page.waitForURL(new RegExp(`lang=${other}`));
  t.equal(await page.locator('html').getAttribute('dir'), other === 'ar' ? 'rtl' : 'ltr', name);
  t.match(await page.locator('h1').innerText(), putin[other], name);
  await page.context().close();
});

everywhere('a discrepancy leads to the article that says so', async (t, { name, language, open }) => {
  const page = await open('/');
  await page.locator('header.top').getByRole('link', { name: strings[language].discrepancies }).click();
  await page.locator('.voices a').first().click();
  t.match(page.url(), /\/claims\//, name);
  await page.locator('.facts a[href^="/sources/"]').click();
  t.match(await page.locator('h2#map').innerText(), strings[language].mapOf, name);
  t.ok((await page.locator('.map .passage').count()) > 5, `${name}: a bar for each passage`);
  await page.context().close();
});

t.test('a quotation is framed by a page of another origin', { skip: noBrowser }, async (t) => {
  const { open, origin } = await surf(t);
  const page = await open('/statements/putin-good-direct-contacts?lang=ar');
  await page.locator('.embed summary').first().click();
  const code = await page.locator('.embed textarea').first().inputValue();
  const site = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Another site</title>${code}`);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  t.teardown(() => site.close());
  const other = await page.context().newPage();
  await other.setViewportSize(sizes.phone);
  await other.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  const framed = other.frameLocator('iframe').locator('blockquote');
  await framed.scrollIntoViewIfNeeded();
  t.match(await framed.innerText(), /اتصالات مباشرة/);
  t.match(code, `${origin}/statements/putin-good-direct-contacts/embed?`);
  const isWider = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
  t.equal(await other.evaluate(isWider), false, 'the frame is no wider than a phone');
  const opened = page.context().waitForEvent('page');
  await other.frameLocator('iframe').locator('figcaption a').first().click();
  t.match(
    (await opened).url(),
    `${origin}/people/putin`,
    'links leave the frame, which may hold no other page',
  );
});

t.test('the address of a rendition leads to its place', { skip: noBrowser }, async (t) => {
  const { open } = await surf(t);
  const id = 'putin-good-direct-contacts-article-002';
  const page = await open(`/statements/putin-good-direct-contacts?lang=en#${id}`);
  const target = page.locator(':target');
  t.equal(await target.getAttribute('id'), id);
  t.ok(await target.isVisible());
});

t.test('on paper there is no navigation', { skip: noBrowser }, async (t) => {
  const { open } = await surf(t);
  const page = await open('/statements?lang=en');
  await page.emulateMedia({ media: 'print' });
  for (const selector of ['.search', '#filters', '.top nav'])
    t.notOk(await page.locator(selector).isVisible(), selector);
  t.ok(await page.locator('article.card').first().isVisible());
});
