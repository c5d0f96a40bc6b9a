// Records of every kind with every field filled, in every form in which they can be written.
import { parse } from 'yaml';
import { kinds } from '../../../src/records/kinds.ts';
import { world } from '../../ingest/world.ts';
import type { Seeds } from '../../support/seeds.ts';

const records = Object.fromEntries(
  Object.entries(world).map(([file, text]) => [file.replace('.yaml', ''), parse(text)]),
);

/** The small summit of the ingest's tests. */
const small: Seeds = {
  person: records['people'],
  organization: records['organizations'],
  place: records['places'],
  topic: records['topics'],
  event: records['events'],
  source: records['sources'],
  statement: records['statements'],
  claim: records['claims'],
};

type Change = (records: Seeds) => void;

/** Each changes a copy of the records so that something stands there which a plain reading could lose. */
const forms: Record<string, Change> = {
  'retired ids keep their order': ({ person: [ada], statement: [near] }) => {
    Object.assign(ada ?? {}, { formerly: ['zed', 'ada-s', 'm'] });
    Object.assign(near ?? {}, { formerly: ['nearer', 'afar'] });
  },
  'a retired id of each kind': (all) => {
    for (const kind of kinds) for (const each of all[kind]) each.formerly = [`former-${kind}-${each.id}`];
  },
  'references with their kinds': ({ statement: [near], claim: [, who] }) => {
    Object.assign(near ?? {}, {
      mentions: ['person/bo', 'land', 'place/city', 'organization/wire', 'council', 'event/talks', 'meeting'],
    });
    Object.assign(who ?? {}, { value: { type: 'reference', value: 'person/bo' } });
  },
  'claims of every type': ({ claim }) => {
    const [{ id: _, value: __, ...rest } = { id: '', value: null }] = claim;
    const values = [
      { type: 'date', value: '2025-01', precision: 'approximate' },
      { type: 'duration', value: 'P1DT2H', precision: 'over' },
      { type: 'count', value: 9_007_199_254_740_991, unit: 'points', precision: 'nearly' },
      { type: 'count', value: -3 },
      { type: 'text', value: { ar: 'لا شيء', en: 'nothing', 'zh-Hans': '无' } },
      ...['bo', 'wire', 'city', 'talks', 'peace'].map((value) => ({ type: 'reference', value })),
      ...['organization/wire', 'place/city', 'event/talks', 'topic/peace'].map((value) => ({
        type: 'reference',
        value,
      })),
    ];
    for (const [at, value] of values.entries()) {
      claim.push({ ...(rest as (typeof claim)[number]), id: `of-type-${at}`, value });
    }
  },
  'letters, marks and numbers that are easily lost': ({ person: [ada], place, topic: [peace] }) => {
    Object.assign(ada ?? {}, {
      name: { en: 'A\u0301da "S" \\ 😀', ar: 'عَايِدَة\u200f', 'sr-Latn-RS': 'Ada' },
      aliases: ['\u2028', 'ﷺ', 'e\u0301', '\u00e9'].map((form) => `x${form}x`),
    });
    for (const each of place) Object.assign(each, { latitude: -0.1, longitude: 1e-7 });
    Object.assign(peace ?? {}, { description: { en: '=1+1', ar: '٠', ru: 'м' } });
  },
  'several renditions, quotes, speakers, roles, paragraphs, in their order': ({
    person,
    statement,
    source,
  }) => {
    const [near] = statement;
    const [first] = near?.renditions ?? [];
    const quotes = [3, 1, 2].map((_, at) => ({ text: 'كلم', start: 45 + at * 4, end: 48 + at * 4 }));
    if (first)
      near?.renditions.unshift({
        ...first,
        id: 'a-later-one',
        paragraph: 2,
        start: 41,
        end: 60,
        quotes,
        note: { en: 'Later.' },
      });
    Object.assign(near ?? {}, { speakers: ['wire', 'ada', 'bo'], topics: ['truce', 'peace'], saidOn: null });
    const title = { en: 'Envoy', ar: 'مبعوثة' };
    for (const each of person) each.roles = ['2022', '2020-01', '2021'].map((from) => ({ title, from }));
    for (const each of source)
      Object.assign(each, { url: 'https://news.example/a?b=c', note: { en: 'A note.' }, dateline: null });
  },
  'events with moments': ({ event }) => {
    Object.assign(event[1] ?? {}, { participants: [{ person: 'bo' }] });
    for (const each of event) {
      Object.assign(each, { start: '2025-08-15T11:00:00-08:00', end: '2025-08-15T19:00:00.5Z' });
    }
  },
};

/** The records in every form, by what is particular to them. */
export const summits: [name: string, records: Seeds][] = [
  ['nothing in particular', small],
  ...Object.entries(forms).map(([name, change]): [string, Seeds] => {
    const copy = structuredClone(small);
    change(copy);
    return [name, copy];
  }),
];
