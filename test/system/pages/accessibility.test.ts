// axe-core finds nothing on any kind of page, in both languages, light and dark, on a phone and on a desktop.
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import t from 'tap';
import { languages } from '../../../src/pages/strings.ts';
import { inProject } from '../../../src/project.ts';
import { inLanguage, kindsOfPages } from '../../pages/support.ts';
import { noBrowser, sizes, surf } from './browser.ts';

const axe = readFileSync(inProject('node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** WCAG 2.2 AA with all before it, and axe's best practices. */
const run = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`;

/** Typed by a cat. */
const long = 'a'.repeat(90);

const others = [
  ...['/people/puttin', '/nowhere', '/statements/putin-good-direct-contacts/embed'],
  ...['/statements?q=', '/search?q=', '/statements?speaker=', '/people/', '/'].map((path) => path + long),
];

const settings = [
  { name: 'phone, dark', viewport: sizes.phone, colorScheme: 'dark' },
  { name: 'desktop, light', viewport: sizes.desktop, colorScheme: 'light' },
] as const;

t.test('every kind of page', { skip: noBrowser, timeout: 600_000 }, async (t) => {
  const { open, origin } = await surf(t);
  for (const { name, ...options } of settings) {
    const page = await open('/', { ...options, bypassCSP: true });
    page.removeAllListeners('console'); // an error page is an error to the console
    for (const url of [...kindsOfPages, ...others]) {
      for (const language of languages) {
        await page.goto(origin + inLanguage(url, language));
        await page.evaluate(axe);
        const { violations } = (await page.evaluate(run)) as AxeResults;
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        t.same(found, [], `${url} in ${language}, ${name}`);
        const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        t.equal(
          await page.evaluate(overflow),
          0,
          `${url} in ${language}, ${name}: nothing is wider than the window`,
        );
      }
    }
  }
});
