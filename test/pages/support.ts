// Pages as browsers ask for them, and what tests read out of them.
import type { LightMyRequestResponse } from 'fastify';
import type { Test } from 'tap';
import { type TestApp, type TestOptions, testApp } from '../support/app.ts';

/** What a browser sends. */
export const browserAccept = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8';

/** One page of every kind. */
export const kindsOfPages = [
  '/',
  '/statements',
  '/statements?speaker=putin&topic=ukraine-war&differing=true',
  '/statements?q=%D8%A7%D9%84%D8%B3%D9%84%D8%A7%D9%85',
  '/statements?q=zzzzzz',
  '/statements/putin-agreements-starting-point',
  '/statements/putin-good-direct-contacts/comparison',
  '/statements/facets/topic',
  '/statements/counts?by=speaker,mode&outlet=xinhua',
  '/renditions',
  '/renditions?q=%D8%A7%D9%84%D8%B3%D9%84%D8%A7%D9%85&publisher=xinhua&cue=%D8%A3%D9%83%D8%AF',
  '/renditions/facets/cue',
  '/renditions/counts?by=outlet,mode',
  '/renditions/putin-good-direct-contacts-article-000',
  '/people',
  '/people/putin',
  '/organizations',
  '/organizations/kremlin',
  '/outlets',
  '/outlets/xinhua',
  '/outlets/xinhua/profile',
  '/outlets/unstated/profile',
  '/places',
  '/places/alaska',
  '/topics',
  '/topics/ukraine-war',
  '/events',
  '/events/alaska-2025',
  '/events/alaska-2025/claims',
  '/events/alaska-2025/discrepancies',
  '/sources',
  '/sources/article-003',
  '/claims',
  '/claims/talks-duration-001',
  '/discrepancies',
  '/discrepancies/alaska-2025-talks-duration',
  '/search?q=putin',
  '/changes',
  '/dataset',
  '/problems',
  '/problems/unknown-id',
];

/** The same URL in a language. */
export const inLanguage = (url: string, language: string): string =>
  `${url}${url.includes('?') ? '&' : '?'}lang=${language}`;

export interface Pages extends TestApp {
  /** Asks as a browser does. */
  visit(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
}

export async function pagesApp(t: Test, options?: TestOptions): Promise<Pages> {
  const app = await testApp(t, options);
  return {
    ...app,
    visit: (url, headers = {}) => app.ask(url, { headers: { accept: browserAccept, ...headers } }),
  };
}

const decoded = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The values of an attribute of all elements of a name. */
export const attributes = (html: string, element: string, name: string): string[] =>
  Array.from(html.matchAll(new RegExp(`<${element}\\b[^>]*? ${name}="([^"]*)"`, 'g')), ([, value = '']) =>
    decoded(value),
  );

/** The text of a page without its markup. */
export const textOf = (html: string): string =>
  decoded(html.replace(/<head>.*?<\/head>/s, '').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
