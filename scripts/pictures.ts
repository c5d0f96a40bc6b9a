// `npm run pictures -- <address of a running server>`: makes the pictures of the main pages in docs/pages/.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { inProject } from '../src/project.ts';
import { launch, sizes } from '../test/system/pages/browser.ts';

const origin = process.argv[2] ?? 'http://127.0.0.1:3000';

const compared = '/statements/putin-ukraine-security-with-demands';

/** Each picture with its page, language, theme and size. */
const pictures = [
  { name: 'home', url: '/', language: 'en', theme: 'light', size: 'desktop' },
  { name: 'home-phone', url: '/', language: 'ar', theme: 'light', size: 'phone' },
  {
    name: 'statements',
    url: '/statements?speaker=putin&topic=ukraine-war',
    language: 'en',
    theme: 'light',
    size: 'desktop',
  },
  {
    name: 'statements-ar',
    url: '/statements?speaker=putin&topic=ukraine-war',
    language: 'ar',
    theme: 'dark',
    size: 'desktop',
  },
  { name: 'statement', url: `${compared}#compare`, language: 'en', theme: 'light', size: 'desktop' },
  { name: 'words-ar', url: `${compared}#aligned`, language: 'ar', theme: 'light', size: 'desktop' },
  { name: 'words-phone', url: `${compared}#aligned`, language: 'en', theme: 'dark', size: 'phone' },
  { name: 'discrepancies', url: '/discrepancies', language: 'en', theme: 'light', size: 'desktop' },
  { name: 'profile', url: '/outlets/xinhua/profile', language: 'en', theme: 'dark', size: 'desktop' },
  { name: 'source', url: '/sources/article-003', language: 'ar', theme: 'light', size: 'desktop' },
] as const;

/** Quality of WebP: text stays sharp. */
const quality = 60;

const folder = inProject('docs', 'pages');
mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const { name, url, language, theme, size } of pictures) {
  const context = await browser.newContext({
    viewport: sizes[size],
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const [address = '', fragment] = url.split('#');
  const whole = `${origin}${address}${address.includes('?') ? '&' : '?'}lang=${language}`;
  await page.goto(fragment === undefined ? whole : `${whole}#${fragment}`);
  const session = await context.newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
  const file = path.join(folder, `${name}.webp`);
  writeFileSync(file, Buffer.from(data, 'base64'));
  process.stdout.write(`${path.relative(inProject(), file)}: ${statSync(file).size} bytes\n`);
  await context.close();
}
await browser.close();
