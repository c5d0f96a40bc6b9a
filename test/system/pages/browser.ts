// Debian's Chromium, driven by playwright-core, over the application on a socket; for tests and for pictures.
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Test } from 'tap';
import { testApp } from '../../support/app.ts';

/** Where Debian puts it; another one can be named. */
const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Says why there is nothing to test with, or false. */
export const noBrowser: string | false = existsSync(program) ? false : `there is no Chromium at ${program}`;

const options = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: program, args: options });

/** Sizes of a window, in CSS pixels. */
export const sizes = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 900 },
} as const;

/** A browser over the application, for one test. */
export interface Surf {
  origin: string;
  /** Opens a page in a window of its own. Whatever goes wrong in it fails the test. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
}

export async function surf(t: Test): Promise<Surf> {
  const { app } = await testApp(t, {});
  await app.listen({ port: 0, host: '127.0.0.1' });
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const browser = await launch();
  t.teardown(() => browser.close());
  return {
    origin,
    async open(path, options = {}) {
      const context = await browser.newContext({ viewport: sizes.desktop, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      page.on('pageerror', (error) => t.fail(`${path}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') t.fail(`${path}: ${message.text()}`);
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(origin)) t.fail(`${path} asks ${request.url()}`);
      });
      await page.goto(origin + path);
      return page;
    },
  };
}
