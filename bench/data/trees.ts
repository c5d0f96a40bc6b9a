// Makes places and topics, each under one that was made before it.
import type { PlaceRecord } from '../../src/resources/places/schema.ts';
import type { TopicRecord } from '../../src/resources/topics/schema.ts';
import { idOf, type Name, syllabic } from './names.ts';
import type { Random } from './random.ts';
import { arabicWords, englishWords } from './vocabulary.ts';

/** Five continents, forty countries in them, and in these regions, cities and buildings, each in one before it. */
export function place(at: number, random: Random): PlaceRecord {
  const name = syllabic(at * 13 + 5, 3, 'nia', 'نيا');
  const parent =
    at < 5 ? null : at < 45 ? at % 5 : at < 130 ? random.between(5, 44) : random.between(5, at - 1);
  const kinds = ['region', 'city', 'city', 'base', 'building'] as const;
  return {
    id: idOf(name),
    formerly: [],
    name: { ...name },
    kind: at < 5 ? 'continent' : at < 45 ? 'country' : random.one(kinds),
    within: parent === null ? null : idOf(syllabic(parent * 13 + 5, 3, 'nia', 'نيا')),
    latitude: random.between(-600, 700) / 10,
    longitude: random.between(-1790, 1790) / 10,
    aliases: [],
    wikidata: null,
  };
}

/** Twelve broad topics, and under each a tree three deep. */
export function topic(at: number): TopicRecord {
  const parent = at < 12 ? null : topicName(at < 72 ? at % 12 : 12 + (at % 60));
  const name = topicName(at);
  return {
    id: idOf(name),
    formerly: [],
    name: { ...name },
    broader: parent === null ? null : idOf(parent),
    description: { en: `What is said of ${name.en}.`, ar: `ما يقال في ${name.ar}.` },
  };
}

/** Two words of the vocabulary. Each second word is used once, so that no name comes twice. */
const topicName = (at: number): Name => ({
  en: `${englishWords[at % 40]} ${englishWords[200 + at]}`,
  ar: `${arabicWords[at % 40]} ${arabicWords[200 + at]}`,
});
