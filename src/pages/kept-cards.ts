// Cards of statements that were made lately, kept by what they are made from: a document's bytes and the reader's languages.
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Html, h, inOnePiece } from './jsx.ts';
import { type FoundStatement, StatementCard } from './statement-card.tsx';
import { textFor, type View } from './view.ts';

/** A card, and what linked data says of the statement. */
interface Card {
  html: Html;
  href: string;
  name: string;
}

/** Memory that the cards take, in bytes: about ten thousand cards. To read a document and to write its card takes most of the time of a list's page. */
const mostBytes = 20 * 1024 * 1024;

const kept = new LRUCache<string, Card>({
  maxSize: mostBytes,
  sizeCalculation: ({ html }, key) => key.length + sizeOf(html.text) + 500,
});

/** The memory that a text takes, in bytes: two for each unit where one is beyond Latin-1. */
const sizeOf = (text: string): number => (/[^\0-\xff]/.test(text) ? 2 : 1) * text.length;

/** Digests of documents that the store holds in memory: to make them takes longer than all else that a kept card costs. */
const digests = new WeakMap<Buffer, string>();

function digestOf(body: Buffer): string {
  const known = digests.get(body);
  if (known !== undefined) return known;
  const digest = hash('sha256', body, 'base64');
  digests.set(body, digest);
  return digest;
}

/** The card of a statement, whose document is given as JSON. */
export function cardOf(view: View, body: Buffer): Card {
  const { language, languages, chosen } = view;
  const key = `${language} ${languages} ${chosen} ${digestOf(body)}`;
  const known = kept.get(key);
  if (known) return known;
  const statement = JSON.parse(body.toString('utf8')) as FoundStatement;
  const card = {
    html: inOnePiece(h(StatementCard, { view, statement })),
    href: statement.href,
    name: textFor(view, statement.gist).text,
  };
  kept.set(key, card);
  return card;
}
