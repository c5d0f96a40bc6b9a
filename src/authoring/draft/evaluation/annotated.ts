// Reads annotated test articles: text with the utterances marked in it, and a line about each at the end.
import type { Span } from '../article.ts';
import type { Mode } from '../utterance.ts';

export type Gold = {
  number: string;
  contents: Span[];
  cue: Span | null;
  speaker: Span | null;
  mode: Mode;
  who: string;
};
export type Annotated = { text: string; gold: Gold[] };

/**
 * `<c1>`...`</c1>` marks the cue of utterance 1, `<s1>` the words that name its speaker, `<u1>` its content (several where it
 * is split). After a line `----` stands a line for each utterance: number, mode, speaker. Positions are UTF-16 units of `text`.
 */
export function readAnnotated(marked: string): Annotated {
  const [body = '', notes = ''] = marked.split(/^----\n/m);
  const spans = new Map<string, Span[]>();
  const open = new Map<string, number>();
  let text = '';
  let from = 0;
  for (const match of body.matchAll(/<(\/?)([cus]\d+)>/g)) {
    text += body.slice(from, match.index);
    from = match.index + match[0].length;
    const key = match[2] ?? '';
    if (match[1] === '') open.set(key, text.length);
    else
      spans.set(key, [...(spans.get(key) ?? []), { start: open.get(key) ?? text.length, end: text.length }]);
  }
  text += body.slice(from);
  const gold = notes.split('\n').flatMap((line) => {
    const [number = '', mode = '', ...who] = line.trim().split(/\s+/);
    const contents = spans.get(`u${number}`);
    if (contents === undefined || !isMode(mode)) return [];
    return [
      {
        number,
        contents,
        cue: spans.get(`c${number}`)?.[0] ?? null,
        speaker: spans.get(`s${number}`)?.[0] ?? null,
        mode,
        who: who.join(' '),
      },
    ];
  });
  return { text, gold };
}

function isMode(word: string): word is Mode {
  return word === 'direct' || word === 'mixed' || word === 'indirect';
}
