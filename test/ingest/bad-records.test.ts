// Records that break a rule by themselves.
import { type Scenario, testScenarios } from './scenarios.ts';
import { changed } from './world.ts';

const rulesOfRecords: Scenario[] = [
  {
    name: 'a record above itself',
    files: {
      'places.yaml': '- { id: a, name: { en: A, ar: ا }, kind: city, within: a }\n',
      'topics.yaml': '- { id: a, name: { en: A, ar: ا }, broader: a, description: { en: A, ar: ا } }\n',
      'events.yaml': '- { id: a, name: { en: A, ar: ا }, kind: talks, partOf: a }\n',
    },
    problems: [
      "events.yaml:1:57 partOf: 'a' cannot stand above itself; name another, or null",
      "places.yaml:1:56 within: 'a' cannot stand above itself; name another, or null",
      "topics.yaml:1:45 broader: 'a' cannot stand above itself; name another, or null",
    ],
  },
  {
    name: 'the same person twice',
    files: changed('statements.yaml', 'speakers: [ada]', 'speakers: [ada, bo, ada]'),
    problems: ["statements.yaml:2:23 speakers[2]: 'ada' stands twice; keep one"],
  },
  {
    name: 'a language that nobody speaks',
    files: changed('sources.yaml', 'language: ar', 'language: xx'),
    problems: [
      "sources.yaml:6:13 language: no known language 'xx'; expected a BCP 47 tag such as 'ar' or 'zh-Hans'",
    ],
  },
  {
    name: 'a span that ends before it starts',
    files: changed(
      'claims.yaml',
      'attributedTo: ada\n  paragraph: 2\n  start: 41',
      'paragraph: 2\n  start: 60',
    ),
    problems: [
      'claims.yaml:9:8 end: expected an end after the start (60), found 50; let npm run locate fill in the offsets',
    ],
  },
  {
    name: 'direct speech without a quote',
    files: changed('statements.yaml', '\n        - { text: السلام قريب, start: 15, end: 26 }', ' []'),
    problems: [
      "statements.yaml:14:13 renditions[0].mode: 'mixed' needs at least one quote; add it, or write 'indirect'",
    ],
  },
  {
    name: 'indirect speech with a quote',
    files: changed('statements.yaml', 'mode: mixed', 'mode: indirect'),
    problems: [
      "statements.yaml:14:13 renditions[0].mode: 'indirect' has no quotes; write 'mixed', or remove them",
    ],
  },
  {
    name: 'a quote of another length than its offsets',
    files: changed('statements.yaml', 'السلام قريب, start', 'سلام قريب, start'),
    problems: [
      'statements.yaml:18:11 renditions[0].quotes[0]: has 9 characters, but 15–26 holds 11; let npm run locate fill in the offsets',
    ],
  },
  {
    name: 'a quote outside its span',
    files: changed('statements.yaml', '      end: 27', '      end: 20'),
    problems: [
      "statements.yaml:18:11 renditions[0].quotes[0]: 15–26 is not inside the rendition's 0–20; let npm run locate fill in the offsets",
    ],
  },
  {
    name: 'a quote with a place in a rendition that has none',
    files: changed('statements.yaml', '      paragraph: 1\n      start: 0\n      end: 27\n', ''),
    problems: [
      'statements.yaml:18:11 renditions[0].quotes[0]: has offsets, and its rendition has none; remove them, or give the rendition its place',
    ],
  },
  {
    name: 'quotes out of order',
    files: changed(
      'statements.yaml',
      'end: 26 }\n',
      'end: 26 }\n        - { text: السلام, start: 15, end: 21 }\n',
    ),
    problems: [
      'statements.yaml:19:11 renditions[0].quotes[1]: begins at 15, before the quote above it ends (26); put them in order',
    ],
  },
];

testScenarios(rulesOfRecords);
