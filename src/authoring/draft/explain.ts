// Shows an article in a terminal with cues, speakers and contents marked, and a list of what was found.
import type { Article, Span } from './article.ts';
import type { Drafted } from './json.ts';

const CUE = '\u001b[1;33m';
const SPEAKER = '\u001b[36m';
const CONTENT = '\u001b[32m';
const END = '\u001b[0m';

/** The article's text with colours (contents green, cues yellow, speakers blue), then a line for each utterance. */
export function explain(article: Article, drafted: readonly Drafted[]): string {
  const paint = new Uint8Array(article.text.length);
  const fill = (spans: readonly Span[], colour: number) => {
    for (const { start, end } of spans) paint.fill(colour, start, end);
  };
  for (const { utterance } of drafted) fill(utterance.contents, 1);
  for (const { utterance } of drafted) fill(utterance.speaker === null ? [] : [utterance.speaker], 2);
  for (const { utterance } of drafted) fill(utterance.cue === null ? [] : [utterance.cue], 3);
  return `${coloured(article.text, paint)}\n${drafted.map((each, index) => line(index, each)).join('\n')}\n`;
}

function coloured(text: string, paint: Uint8Array): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && paint[at] === paint[from]) continue;
    const colour = ['', CONTENT, SPEAKER, CUE][paint[from] ?? 0] ?? '';
    parts.push(colour === '' ? text.slice(from, at) : `${colour}${text.slice(from, at)}${END}`);
    from = at;
  }
  return parts.join('');
}

function line(index: number, { utterance, units }: Drafted): string {
  const { paragraph, cue, mode, speaker, via, confidence, rules } = utterance;
  const who = speaker === null ? 'nobody' : (speaker.id ?? `"${speaker.name}"`);
  const credit = via === null ? '' : ` via ${via.id ?? via.text}`;
  const matches = units.flatMap(({ match }) => match ?? []);
  const statements = matches.map(({ id, score }) => `${id} (${score.toFixed(2)})`).join(', ');
  const renders = statements === '' ? '' : ` renders ${statements}`;
  return `${index + 1}. paragraph ${paragraph}, ${mode}, ${who}${credit}, ${cue?.text ?? 'no cue'}, ${confidence}: ${rules.join('; ')}${renders}`;
}
