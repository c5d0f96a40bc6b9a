// Adds to the people of an English article the speakers whom no name in the lexicon tells, or whom only a noun describes.
import type { Mention, Raw } from '../utterance.ts';
import { englishName, genderOf, isDescription } from './names.ts';
import type { PeopleOfSentence, Person } from './people.ts';
import { namesOfBodies, personNouns } from './words.ts';

/** Speakers are people, too, whose name alone does not tell that they are, or whom a noun describes: a former crew member. */
export function withSpeakers(
  sentences: readonly PeopleOfSentence[],
  raws: readonly Raw[],
): PeopleOfSentence[] {
  const speakers = raws.flatMap(({ speaker }) => (speaker === null ? [] : (personOf(speaker) ?? [])));
  const all = sentences.map((sentence) => ({ ...sentence, people: [...sentence.people] }));
  for (const speaker of speakers) {
    const people = all[lastBefore(all, speaker.end)]?.people;
    if (
      !people?.some(
        ({ prominent, pronoun, start, end }) =>
          prominent && !pronoun && start >= speaker.start && end <= speaker.end,
      )
    )
      people?.push(speaker);
  }
  for (const { people } of all) people.sort((one, other) => one.start - other.start);
  return all;
}

/** The person of a mention that is a name of two or three words, or a noun for one person; else null. */
function personOf(speaker: Mention): Person | null {
  const described = isPersonNoun(speaker.text);
  const name = described ? speaker.text : englishName(speaker.text);
  const words = name.toLowerCase().split(/\s+/);
  const named =
    !/(?:^|\s)\p{Ll}/u.test(name) &&
    words.length > 1 &&
    words.length < 4 &&
    !words.some((word) => namesOfBodies.has(word));
  if (!described && !named) return null;
  return {
    ...speaker,
    gender: genderOf(withoutPossessives(speaker.text)),
    key: described ? name.toLowerCase() : (words.at(-1) ?? ''),
    roles: () => speaker.text.toLowerCase().split(/[\s,]+/),
    pronoun: false,
    prominent: true,
  };
}

/** The index of the last sentence that begins before a position; -1 where none does. */
export function lastBefore(sentences: readonly PeopleOfSentence[], position: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const POSSESSIVE = /\b(?:his|her|their|my|our|your)\b|['’]s\b/i;

/** his mother, Ms. Lee's brother: the gender is that of the words that are left. */
const withoutPossessives = (text: string): string =>
  text
    .split(/\s+/)
    .filter((word) => !POSSESSIVE.test(word))
    .join(' ');

/** a former crew member, the spokeswoman for the city: one person without a name. */
function isPersonNoun(text: string): boolean {
  if (!isDescription(text)) return false;
  const head = text.split(/,|\s(?:of|for|from|in|at|with|who|that|which|by|on|to)\s/)[0] ?? text;
  return (
    personNouns.has(
      head
        .trim()
        .split(/[\s-]+/)
        .at(-1)
        ?.toLowerCase() ?? '',
    ) || /year-old$/.test(head)
  );
}
