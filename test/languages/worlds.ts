// Summits in one language each, and in several: a record of every kind, as NDJSON would bring it.
import type { Seeds } from '../support/seeds.ts';

/** The texts of a small summit. */
export interface Words {
  language: string;
  host: string;
  title: string;
  press: string;
  city: string;
  topic: string;
  summit: string;
  paper: string;
  gist: string;
  claim: string;
}

export const english: Words = {
  language: 'en',
  ...{ host: 'Ada Stone', title: 'Envoy', press: 'The Wire', city: 'Reykjavik', topic: 'Peace' },
  ...{ summit: 'Harbour summit', paper: 'The harbour report', gist: 'Peace is near.', claim: 'cordial' },
};

export const french: Words = {
  language: 'fr',
  ...{ host: 'Zoé Lefèvre', title: 'Émissaire', press: 'La Dépêche', city: 'Évian', topic: 'Paix' },
  ...{ summit: "Sommet d'Évian", paper: 'Le récit du sommet', gist: 'La paix est proche.', claim: 'cordial' },
};

export const russian: Words = {
  language: 'ru',
  ...{ host: 'Анна Орлова', title: 'Посланница', press: 'Вестник', city: 'Ялта', topic: 'Мир' },
  ...{ summit: 'Встреча в Ялте', paper: 'Отчёт о встрече', gist: 'Мир близок.', claim: 'сердечно' },
};

/** The records of a summit in one language; ids begin with it, so that several go together. */
export function summitIn(words: Words): Seeds {
  const { language } = words;
  const id = (name: string): string => `${language.toLowerCase()}-${name}`;
  const says = (text: string) => ({ [language]: text });
  const passage = { source: id('paper'), language, paragraph: 1, start: 0, end: 10 };
  const claim = {
    event: id('summit'),
    attribute: 'mood',
    value: { type: 'text', value: says(words.claim) },
    ...{ source: id('paper'), paragraph: 1, start: 0, end: 10 },
  };
  return {
    person: [{ id: id('host'), name: says(words.host), roles: [{ title: says(words.title) }] }],
    organization: [{ id: id('press'), name: says(words.press), kind: 'newspaper' }],
    place: [{ id: id('city'), name: says(words.city), kind: 'city', latitude: 1, longitude: 2 }],
    topic: [{ id: id('topic'), name: says(words.topic), description: says(words.topic) }],
    event: [
      {
        ...{ id: id('summit'), name: says(words.summit), kind: 'summit', place: id('city') },
        participants: [{ person: id('host'), role: says(words.title) }],
      },
    ],
    source: [
      {
        ...{ id: id('paper'), name: says(words.paper), file: `${id('paper')}.txt`, outlet: id('press') },
        ...{ sha256: Buffer.from(language.padEnd(32, '.')).toString('hex'), language },
        ...{ dateline: { place: id('city'), date: '2025-08-15' }, paragraphs: [{ start: 0, end: 1_000 }] },
      },
    ],
    statement: [
      {
        ...{ id: id('near'), speakers: [id('host')], gist: says(words.gist), saidOn: '2025-08-15' },
        ...{ event: id('summit'), place: id('city'), topics: [id('topic')], mentions: [id('city')] },
        renditions: [{ id: id('near-paper'), mode: 'indirect', ...passage, via: id('press') }],
      },
    ],
    claim: [{ ...claim, id: id('mood') }],
  } as unknown as Seeds;
}

/** Several summits in one dataset. */
export function together(...summits: Seeds[]): Seeds {
  const [first, ...others] = summits.map((each) => structuredClone(each));
  const all = first as Seeds;
  for (const other of others) {
    for (const kind of Object.keys(all) as (keyof Seeds)[]) (all[kind] as object[]).push(...other[kind]);
  }
  return all;
}
