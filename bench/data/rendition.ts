// Makes a source's rendition of a statement, with the positions of its passage and quotation.
import { text } from './json.ts';
import { quotation, type Saying } from './passage.ts';
import type { Random } from './random.ts';
import type { Source } from './source.ts';
import { cues } from './vocabulary.ts';

/** A rendition as JSON. Adds its paragraph to the source. */
export function rendition(
  id: string,
  source: Source,
  via: string | null,
  saying: Saying,
  random: Random,
): string {
  const { language } = source;
  const way = random.below(10);
  const mode = way < 3 ? 'direct' : way < 7 ? 'mixed' : 'indirect';
  const isPost = language === 'en' && random.chance(0.01);
  const words = quotation(saying.quoted[language], language, random) + (isPost ? ' 🤝' : '');
  const length = words.length - (isPost ? 1 : 0); // in code points: the handshake is one, but two UTF-16 units
  const before = random.between(8, 60); // the cue and what stands around the marks
  const { paragraph, start } = source.paragraph(before + length + random.between(2, 120));
  const quotes =
    mode === 'indirect'
      ? ''
      : `{"text":"${words}","start":${start + before},"end":${start + before + length}}`;
  const { text: verb, lemma } = random.one<{ text: string; lemma: string }>(cues[language]);
  const cue = way === 0 ? 'null' : `{"text":"${verb}","lemma":"${lemma}"}`;
  return (
    `{"id":"${id}","source":"${source.id}","via":${text(via)},"mode":"${mode}","cue":${cue},` +
    `"language":"${language}","quotes":[${quotes}],"paragraph":${paragraph},"start":${start},` +
    `"end":${start + before + length + 1},"note":null}`
  );
}
