// Reads one article from beginning to end: its utterances, and who their speakers are.
import { readArabic } from './arabic/read.ts';
import type { Article } from './article.ts';
import { dateOf } from './dates.ts';
import { readEnglish } from './english/read.ts';
import { Identities } from './identities.ts';
import type { Names } from './names.ts';
import { outletId } from './outlets.ts';
import type { Credit, Mention, Raw, Speaker, Utterance } from './utterance.ts';
import { startOf } from './utterance.ts';

/** The utterances of an article in its order. */
export function readArticle(article: Article, names: Names): Utterance[] {
  const raws = article.language === 'ar' ? readArabic(article, names.words) : readEnglish(article);
  return resolveSpeakers(article, raws, names, dateOf(article.text));
}

/** The utterances with their speakers, who are entries of the record, people and bodies of the article, or nobody; in its order. */
function resolveSpeakers(
  article: Article,
  raws: readonly Raw[],
  names: Names,
  date: string | null,
): Utterance[] {
  const ordered = [...raws].sort((one, other) => startOf(one) - startOf(other));
  const identities = new Identities(article, names, date);
  for (const { speaker } of ordered) if (speaker !== null) identities.learn(speaker);
  return ordered.map((raw) => {
    const speaker = raw.speaker === null ? null : speakerOf(raw.speaker, identities.of(raw.speaker));
    return { ...raw, speaker, via: creditOf(raw.via, names) };
  });
}

function speakerOf({ start, end, text }: Mention, { id, name }: Pick<Speaker, 'id' | 'name'>): Speaker {
  return { start, end, text, id, name };
}

function creditOf(text: string | null, names: Names): Credit | null {
  if (text === null) return null;
  const entry = names.speakerIn(text);
  if (entry?.isOutlet) return { id: entry.id, text };
  return { id: outletId(text), text };
}
