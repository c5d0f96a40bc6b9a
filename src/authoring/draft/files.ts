// Finds and reads the articles that a command names: text as it is, HTML as the text of its article.
import { hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Article, articleOf, type Language, languageOf } from './article.ts';
import { isHtml, textOfHtml } from './html.ts';

export type Input = {
  article: Article;
  /** Text made from HTML has to be kept beside the drafts. */
  extracted: boolean;
};

/** The files of articles under a path, in order: those ending in .txt, .html or .htm; README.md is none. Throws where nothing is. */
export function articleFiles(name: string): string[] {
  if (!statSync(name).isDirectory()) return [name];
  return readdirSync(name, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:txt|x?html?)$/i.test(file))
    .sort()
    .map((file) => path.join(name, file));
}

/** Reads an article. Throws a TypeError where the file is no UTF-8. */
export function readInput(file: string, language: Language | null): Input {
  const bytes = readFileSync(file);
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  if (isHtml(file, text)) {
    const readable = textOfHtml(text);
    return {
      article: articleOf(`${path.parse(file).name}.txt`, readable, language ?? languageOf(readable)),
      extracted: true,
    };
  }
  return {
    article: articleOf(file, text, language ?? languageOf(text), hash('sha256', bytes)),
    extracted: false,
  };
}
