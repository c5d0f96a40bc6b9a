// Records of a wrong shape: fields and values that are not what the schema says.
import { type Scenario, testScenarios } from './scenarios.ts';
import { changed, world } from './world.ts';

const shapeOfRecords: Scenario[] = [
  {
    name: 'a record that is none',
    files: { 'people.yaml': '- ada\n- null\n- 3\n' },
    problems: [
      "people.yaml:1:3: expected a group of fields, found 'ada'",
      'people.yaml:2:3: expected a group of fields, found null',
      'people.yaml:3:3: expected a group of fields, found 3',
    ],
  },
  {
    name: 'fields that are not known, also deep inside',
    files: {
      'people.yaml':
        '- id: a\n  nmae: { en: A, ar: ا }\n  roles: [{ title: { en: A, ar: ا }, organisation: x }]\n  shoe size: 3\n',
      'claims.yaml':
        '- id: c\n  event: e\n  attribute: a\n  value: { type: date, value: 2020, unt: 3 }\n  source: s\n  paragraph: 1\n  start: 0\n  end: 1\n',
    },
    problems: [
      'claims.yaml:4:31 value.value: expected a text, found 2020; put it in quotes',
      "claims.yaml:4:37 value.unt: unknown field; did you mean 'unit'?",
      'people.yaml:1:3 name: missing; expected a text by language, such as { en: … }',
      "people.yaml:2:3 nmae: unknown field; did you mean 'name'?",
      "people.yaml:3:38 roles[0].organisation: unknown field; did you mean 'organization'?",
      'people.yaml:4:3 shoe size: unknown field',
    ],
  },
  {
    name: 'wrong types and values',
    files: {
      'places.yaml':
        '- id: Sea Side\n  name: { en: 3, ar: "" , xxxx: y }\n  kind: citty\n  latitude: 91\n  within: [a]\n  aliases: a\n',
      'events.yaml':
        '- { id: e, name: { en: E, ar: ه }, kind: talks, start: 2025-02-30 }\n- { id: f, name: { en: E, ar: ه }, kind: talks, start: 2025-02-03, end: 2025-02-02 }\n',
    },
    problems: [
      `events.yaml:1:56 start: expected a day that the calendar has, found '2025-02-30'`,
      "events.yaml:2:73 end: expected an end that is not before the start, found '2025-02-02'",
      `places.yaml:1:7 id: expected a kebab-case id such as "fox-news", found 'Sea Side'`,
      'places.yaml:2:15 name.en: expected a text, found 3; put it in quotes',
      "places.yaml:2:22 name.ar: expected some text, found ''",
      "places.yaml:3:9 kind: expected one of continent, country, region, city, base, building, other, found 'citty'; did you mean 'city'?",
      'places.yaml:4:13 latitude: expected at most 90',
      'places.yaml:5:11 within: expected a text, found a list',
      "places.yaml:6:12 aliases: expected a list, found 'a'",
    ],
  },
  {
    name: 'names without values, numbers too small, fields of a group that may be null',
    files: {
      'people.yaml': '- { id, name }\n',
      'places.yaml': '- { id: a, name: { en: A, ar: ا }, kind: city, latitude: -91, longitude: 0 }\n',
      'sources.yaml': world['sources.yaml'].replace('date: 2025-01-02', 'day: 2025-01-02'),
    },
    problems: [
      'people.yaml:1:5 id: expected a text, found null',
      'people.yaml:1:9 name: expected a text by language, such as { en: … }, found null',
      'places.yaml:1:58 latitude: expected at least -90',
      'sources.yaml:7:13 dateline.date: missing; expected a year, a month, a day or a moment with its offset, such as "2025", "2025-08", "2025-08-15" or "2025-08-15T11:30:00-08:00"',
      'sources.yaml:7:28 dateline.day: unknown field',
    ],
  },
  {
    name: 'values of another type than a choice, values that go on and on',
    files: {
      'places.yaml': `- { id: a, name: { en: A, ar: ا }, kind: 3, within: { x: y } }\n- { id: ${'B'.repeat(70)}, name: { en: A, ar: ا }, kind: city }\n`,
      'claims.yaml': world['claims.yaml'].replace('paragraph: 2', 'paragraph: 1.5'),
    },
    problems: [
      'claims.yaml:8:14 paragraph: expected a whole number, found 1.5',
      'places.yaml:1:42 kind: expected one of continent, country, region, city, base, building, other, found 3',
      'places.yaml:1:53 within: expected a text, found a group of fields',
      `places.yaml:2:9 id: expected a kebab-case id such as "fox-news", found '${'B'.repeat(58)}…`,
    ],
  },
  {
    name: 'a value whose type is not known',
    files: changed('claims.yaml', 'type: duration', 'type: durtion'),
    problems: [
      "claims.yaml:4:18 value.type: expected one of duration, date, count, text, reference, found 'durtion'; did you mean 'duration'?",
    ],
  },
  {
    name: 'texts that nobody could read',
    files: {
      'people.yaml':
        '- { id: a, name: { en: "A\\u0007", ar: "ا\\uFFFD" }, aliases: ["\\x85x", "C:\\\\n"] }\n',
    },
    problems: [
      'people.yaml:1:24 name.en: holds U+0007, which is no character to be read; remove it',
      'people.yaml:1:39 name.ar: holds U+FFFD, which is no character to be read; remove it',
      'people.yaml:1:62 aliases[0]: holds U+0085, which is no character to be read; remove it',
    ],
  },
  {
    name: 'passages that are not located yet',
    files: changed(
      'statements.yaml',
      '      paragraph: 1\n      start: 0\n      end: 27\n',
      '      passage: [قالت, قريب]\n',
    ),
    problems: [
      'statements.yaml:19:7 renditions[0].passage: not located yet; run: npm run locate -- <folder of the articles>',
    ],
  },
];

testScenarios(shapeOfRecords);
