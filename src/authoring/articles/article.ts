// An article as positions refer to it: its text, its paragraphs, and offsets in code points.
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../../ingest/read/encoding.ts';
import { fileComplaint } from '../../ingest/read/files.ts';

/** A stretch of an article, in code points from its start; the end is exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** An article's text with its non-empty lines. Offsets count code points, never UTF-16 units. */
export class Article {
  readonly sha256: string;
  /** The paragraphs in order; the first is number 1. */
  readonly paragraphs: readonly Stretch[];
  readonly #characters: readonly string[];

  constructor(text: string, sha256: string) {
    this.sha256 = sha256;
    this.#characters = [...text];
    this.paragraphs = paragraphsOf(this.#characters);
  }

  /** The text of a stretch. */
  slice({ start, end }: Stretch): string {
    return this.#characters.slice(start, end).join('');
  }

  /** The paragraph of that number, from 1. */
  paragraph(number: number): Stretch | undefined {
    return this.paragraphs[number - 1];
  }

  /** Every place inside a stretch where these words stand, also over one another. */
  findAll(words: string, { start, end }: Stretch): Stretch[] {
    if (words === '') return [];
    const text = this.slice({ start, end });
    const length = [...words].length;
    const found: Stretch[] = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      const offset = start + [...text.slice(0, at)].length;
      found.push({ start: offset, end: offset + length });
    }
    return found;
  }

  /** The character just before a stretch and the one just after it; empty at the ends of the text. */
  around({ start, end }: Stretch): { before: string; after: string } {
    return { before: this.#characters[start - 1] ?? '', after: this.#characters[end] ?? '' };
  }
}

/** A paragraph is a line with something on it, without its line break. */
function paragraphsOf(characters: readonly string[]): Stretch[] {
  const paragraphs: Stretch[] = [];
  let start = 0;
  for (const line of characters.join('').split('\n')) {
    const length = [...line].length;
    const held = [...line.replace(/\r$/, '')].length;
    if (line.trim() !== '') paragraphs.push({ start, end: start + held });
    start += length + 1;
  }
  return paragraphs;
}

/** Reads an article, or says what is wrong with its file. */
export function readArticle(folder: string, file: string): Article | string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path.join(folder, file));
  } catch (error) {
    return fileComplaint(error);
  }
  const text = decode(bytes);
  if (typeof text !== 'string') return text.message;
  return new Article(text, hash('sha256', bytes));
}
