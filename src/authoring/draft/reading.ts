// Reads one article from beginning to end: text, utterances, speakers.
import { readArabic } from './arabic/read.ts';
import type { Article } from './article.ts';
import { dateOf } from './dates.ts';
import { readEnglish } from './english/read.ts';
import type { Names } from './names.ts';
import { resolveSpeakers } from './speakers.ts';
import type { Utterance } from './utterance.ts';

/** The utterances of an article in its order. */
export function readArticle(article: Article, names: Names): Utterance[] {
  const raws = article.language === 'ar' ? readArabic(article, names.words) : readEnglish(article);
  return resolveSpeakers(article, raws, names, dateOf(article.text));
}
