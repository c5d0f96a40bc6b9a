// Names the speakers of an English article that stand elsewhere: those of pronouns, and of quotations without a cue.
import type { Article } from '../article.ts';
import { type Mention, type Raw, startOf } from '../utterance.ts';
import { Antecedents } from './antecedents.ts';
import { personNouns } from './words.ts';

/** The utterances with the words that their pronouns mean, and with the person a quotation follows as its speaker. */
export function withAntecedents(article: Article, raws: readonly Raw[]): Raw[] {
  const antecedents = new Antecedents(article, raws);
  const ordered = [...raws].sort((one, other) => startOf(one) - startOf(other));
  let said = 0;
  let introduced: Mention | null = null;
  return ordered.map((raw) => {
    const start = startOf(raw);
    if (raw.cue === null) introduced = antecedents.topicBetween(said, start) ?? introduced;
    else introduced = null;
    said = Math.max(said, endOf(raw));
    if (introduced !== null)
      return {
        ...raw,
        speaker: introduced,
        rules: [...raw.rules.slice(0, -1), 'person of the sentence before'],
      };
    const meant = raw.speaker === null ? null : meantBy(raw.speaker, antecedents);
    return raw.speaker === null || meant === null ? raw : { ...raw, speaker: { ...raw.speaker, meant } };
  });
}

function meantBy({ start, text }: Mention, antecedents: Antecedents): Mention | null {
  const role = /^the (?:[\w-]+ ){0,2}?(?:(\d+)-year-old|([a-z]+))$/i.exec(text.split(',')[0] ?? text);
  const noun = role?.[1] ?? (personNouns.has(role?.[2] ?? '') ? role?.[2] : undefined);
  const pronoun = /^(?:he|she)$/i.test(text) ? antecedents.of(start) : null;
  return pronoun ?? (noun === undefined ? null : antecedents.holderOf(start, noun));
}

function endOf({ contents, cue, speaker }: Raw): number {
  return Math.max(contents.at(-1)?.end ?? 0, cue?.end ?? 0, speaker?.end ?? 0);
}
