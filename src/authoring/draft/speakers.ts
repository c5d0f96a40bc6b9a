// Resolves who the speakers are: entries of the record, people and bodies the article names, or nobody.
import type { Article } from './article.ts';
import { Identities, type Identity } from './identities.ts';
import type { Names } from './names.ts';
import { outletId } from './outlets.ts';
import type { Credit, Mention, Raw, Speaker, Utterance } from './utterance.ts';

/** The utterances with their speakers and credits resolved, in the order of the article. */
export function resolveSpeakers(
  article: Article,
  raws: readonly Raw[],
  names: Names,
  date: string | null,
): Utterance[] {
  const ordered = [...raws].sort((one, other) => startOf(one) - startOf(other));
  const identities = new Identities(article, names, date);
  for (const { speaker } of ordered) if (speaker !== null) identities.learn(speaker);
  return ordered.map((raw) => {
    const identity = raw.speaker === null ? null : identities.of(raw.speaker);
    const via = creditOf(raw.via, names);
    return {
      ...raw,
      speaker: raw.speaker === null || identity === null ? null : speakerOf(raw.speaker, identity),
      via,
    };
  });
}

function speakerOf({ start, end, text }: Mention, { id, name }: Identity): Speaker {
  return { start, end, text, id, name };
}

function creditOf(text: string | null, names: Names): Credit | null {
  if (text === null) return null;
  const entry = names.speakerIn(text);
  if (entry?.isOutlet) return { id: entry.id, text };
  return { id: outletId(text), text };
}

function startOf(raw: Raw): number {
  return Math.min(raw.contents[0]?.start ?? 0, raw.cue?.start ?? Number.POSITIVE_INFINITY);
}
