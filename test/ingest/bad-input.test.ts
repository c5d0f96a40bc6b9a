// Each way in which input can be wrong: what is said, and where; and that the database stays as it was.
import path from 'node:path';
import t from 'tap';
import { changed, contentOf, databaseBeside, type Files, load, shown, world, write } from './world.ts';

interface Scenario {
  name: string;
  files: Files;
  problems: string[];
}

const person = (id: string, more = ''): string =>
  `- { id: ${id}, name: { en: "${id}", ar: "${id}" }${more} }\n`;

const formOfFiles: Scenario[] = [
  {
    name: 'an empty file',
    files: { 'people.yaml': '' },
    problems: ['people.yaml:1:1: is empty; write a list of records, or remove the file'],
  },
  {
    name: 'a file of comments',
    files: { 'people.yaml': '# nobody yet\n' },
    problems: ['people.yaml:1:1: is empty; write a list of records, or remove the file'],
  },
  {
    name: 'UTF-16',
    files: { 'people.yaml': Buffer.from('\ufeff- id: a\n', 'utf16le') },
    problems: ['people.yaml:1:1: is UTF-16; save the file as UTF-8'],
  },
  {
    name: 'windows-1256',
    files: {
      'people.yaml': Buffer.concat([Buffer.from('- id: a\n  name: '), Buffer.from([0xc8, 0xe6, 0x0a])]),
    },
    problems: ['people.yaml:2:9: is not UTF-8 (byte 0xc8 at offset 16); save the file as UTF-8'],
  },
  {
    name: 'bytes that break after a replacement character that is meant',
    files: { 'people.yaml': Buffer.concat([Buffer.from('# \ufffd '), Buffer.from([0xff])]) },
    problems: ['people.yaml:1:5: is not UTF-8 (byte 0xff at offset 6); save the file as UTF-8'],
  },
  {
    name: 'a byte order mark',
    files: { 'people.yaml': `\ufeff${person('a')}` },
    problems: [
      'people.yaml:1:1: begins with a byte order mark; save the file as "UTF-8" instead of "UTF-8 with BOM"',
    ],
  },
  {
    name: 'a NUL byte',
    files: { 'people.yaml': '- id: a\n  country: \0\n' },
    problems: ['people.yaml:2:12: holds a NUL byte; remove it'],
  },
  {
    name: 'a file that is too large for YAML',
    files: { 'people.yaml': `#${' '.repeat(16 * 1024 * 1024)}` },
    problems: [
      'people.yaml:1:1: is larger than 16 MiB; write bulk data as NDJSON, which is read as a stream',
    ],
  },
  {
    name: 'errors of syntax, all of them',
    files: { 'people.yaml': '- id: "a\n- id: b: c\n', 'topics.yaml': '- id: [a\n' },
    problems: [
      'people.yaml:3:1: YAML syntax: Missing closing "quote',
      'topics.yaml:2:1: YAML syntax: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  },
  {
    name: 'a tab as indent',
    files: { 'people.yaml': '- id: a\n  name:\n\t\ten: A\n' },
    problems: ['people.yaml:3:1: indented with a tab; use spaces'],
  },
  {
    name: 'a key that stands twice',
    files: { 'people.yaml': '- id: a\n  country: RU\n  country: US\n' },
    problems: ["people.yaml:3:3: field 'country' stands twice; keep one"],
  },
  {
    name: 'anchors that would explode',
    files: { 'people.yaml': '- &a [x, x]\n- &b [*a, *a]\n- [*b, *b]\n' },
    problems: [
      "people.yaml:1:3: anchor '&a' is refused; remove it",
      "people.yaml:2:3: anchor '&b' is refused; remove it",
      "people.yaml:2:7: alias '*a' is refused; write the value out",
      "people.yaml:2:11: alias '*a' is refused; write the value out",
      "people.yaml:3:4: alias '*b' is refused; write the value out",
      "people.yaml:3:8: alias '*b' is refused; write the value out",
    ],
  },
  {
    name: 'merge keys, tags and directives',
    files: {
      'people.yaml': '%YAML 1.1\n---\n- <<: { id: a }\n  country: !!str RU\n',
      'topics.yaml': '- <<: { id: a }\n',
    },
    problems: [
      "people.yaml:1:1: directive '%YAML 1.1' is refused; remove the line",
      "people.yaml:4:12: tag '!!str' is refused; remove it",
      "topics.yaml:1:3: merge key '<<' is refused; write the fields out",
    ],
  },
  {
    name: 'keys that are no names',
    files: { 'people.yaml': '- ? [a]\n  : b\n  1: c\n  __proto__: d\n' },
    problems: [
      'people.yaml:1:5: expected the name of a field',
      'people.yaml:3:3: expected the name of a field',
      "people.yaml:4:3: unknown field '__proto__'",
    ],
  },
  {
    name: 'two documents',
    files: { 'people.yaml': `${person('a')}---\n${person('b')}` },
    problems: ["people.yaml:2:1: a second document begins; remove the line '---' and write one list"],
  },
  {
    name: 'no list',
    files: { 'people.yaml': '\nid: a\n' },
    problems: ["people.yaml:2:1: expected a list; begin each record with '- id: …'"],
  },
  {
    name: 'nesting that would exhaust the stack',
    files: { 'people.yaml': `- ${'['.repeat(5000)}` },
    problems: ['people.yaml:1:31: nested more than 30 levels deep; a record never is'],
  },
];

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
      'people.yaml:1:3 name: missing; expected a group of fields',
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
      `events.yaml:1:56 start: expected a date such as "2025-08-15" or a moment such as "2025-08-15T11:00:00-08:00", found '2025-02-30'`,
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
      'people.yaml:1:9 name: expected a group of fields, found null',
      'places.yaml:1:58 latitude: expected at least -90',
      'sources.yaml:7:13 dateline.date: missing; expected a date such as "2025-08-15"',
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
    problems: ["sources.yaml:6:13 language: no known language 'xx'; expected a BCP 47 tag such as 'ar'"],
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

const rulesAcrossRecords: Scenario[] = [
  {
    name: 'references that lead nowhere, with the nearest id',
    files: changed('statements.yaml', 'speakers: [ada]', 'speakers: [adda]'),
    problems: ["statements.yaml:2:14 speakers[0]: no person or organization 'adda'; did you mean 'ada'?"],
  },
  {
    name: 'a name in place of an id',
    files: changed('events.yaml', '  place: city', '  place: town'),
    problems: ["events.yaml:6:10 place: no place 'town'; did you mean 'city'?"],
  },
  {
    name: 'references to a record of another kind',
    files: changed('events.yaml', 'person: ada', 'person: council'),
    problems: [
      "events.yaml:8:17 participants[0].person: no person 'council'; that is the id of an organization",
    ],
  },
  {
    name: 'a person where a place belongs',
    files: changed('events.yaml', '  place: city', '  place: bo'),
    problems: ["events.yaml:6:10 place: no place 'bo'; that is the id of a person"],
  },
  {
    name: 'mentions of a record that is faulty itself',
    files: {
      'people.yaml': '- { id: cy }\n',
      'statements.yaml': world['statements.yaml'].replace('[bo, land', '[cy, land'),
      'claims.yaml': world['claims.yaml'].replace('value: bo', 'value: cy'),
    },
    problems: ['people.yaml:1:3 name: missing; expected a group of fields'],
  },
  {
    name: 'every kind of reference',
    files: {
      'people.yaml': world['people.yaml'].replace('organization: council', 'organization: q-org'),
      'events.yaml': world['events.yaml'].replace('delegation: land', 'delegation: q-del'),
      'sources.yaml': world['sources.yaml']
        .replace('outlet: wire', 'outlet: q-out')
        .replace('place: city', 'place: q-pla'),
      'statements.yaml': world['statements.yaml']
        .replace('event: talks', 'event: q-eve')
        .replace('place: city', 'place: q-pla')
        .replace('[council]', '[q-add]')
        .replace('[truce]', '[q-top]')
        .replace('mentions: [bo,', 'mentions: [q-men,')
        .replace('source: report', 'source: q-sou')
        .replace('via: wire', 'via: q-via'),
      'claims.yaml': world['claims.yaml']
        .replace('event: talks', 'event: q-eve')
        .replace('attributedTo: ada', 'attributedTo: q-att')
        .replace('value: bo', 'value: topic/q-val'),
    },
    problems: [
      "claims.yaml:2:10 event: no event 'q-eve'",
      "claims.yaml:7:17 attributedTo: no person or organization 'q-att'",
      "claims.yaml:14:36 value.value: no topic 'q-val'",
      "events.yaml:8:34 participants[0].delegation: no place 'q-del'",
      "people.yaml:5:57 roles[0].organization: no organization 'q-org'",
      "sources.yaml:5:11 outlet: no organization 'q-out'",
      "sources.yaml:7:22 dateline.place: no place 'q-pla'",
      "statements.yaml:5:10 event: no event 'q-eve'",
      "statements.yaml:6:10 place: no place 'q-pla'",
      "statements.yaml:7:16 addressees[0]: no person or organization 'q-add'",
      "statements.yaml:8:12 topics[0]: no topic 'q-top'",
      "statements.yaml:9:14 mentions[0]: no person or organization or place or event 'q-men'",
      "statements.yaml:12:15 renditions[0].source: no source 'q-sou'",
      "statements.yaml:13:12 renditions[0].via: no organization 'q-via'",
    ],
  },
  {
    name: 'an id that was retired',
    files: {
      'people.yaml': world['people.yaml'].replace('id: bo\n', 'id: bo\n  formerly: [bob]\n'),
      'statements.yaml': world['statements.yaml'].replace('[bo, land', '[bob, land'),
    },
    problems: [
      "statements.yaml:9:14 mentions[0]: no person or organization or place or event 'bob' any more; write 'bo'",
    ],
  },
  {
    name: 'a mention that could be two things',
    files: {
      ...world,
      'places.yaml': `${world['places.yaml']}- { id: bo, name: { en: Boland, ar: بولندا }, kind: city }\n`,
    },
    problems: [
      "claims.yaml:14:36 value.value: 'bo' is both person and place; write 'person/bo' or 'place/bo'",
      "statements.yaml:9:14 mentions[0]: 'bo' is both person and place; write 'person/bo' or 'place/bo'",
    ],
  },
  {
    name: 'a new mention that could be two things',
    files: {
      ...changed('statements.yaml', 'saidOn: 2025-01-01', 'saidOn: null'),
      'places.yaml': `${world['places.yaml']}- { id: bo, name: { en: Boland, ar: بولندا }, kind: city }\n`,
    },
    problems: [
      "claims.yaml:14:36 value.value: 'bo' is both person and place; write 'person/bo' or 'place/bo'",
      "statements.yaml:9:14 mentions[0]: 'bo' is both person and place; write 'person/bo' or 'place/bo'",
    ],
  },
  {
    name: 'an outlet that is none',
    files: {
      'sources.yaml': world['sources.yaml'].replace('outlet: wire', 'outlet: council'),
      'statements.yaml': world['statements.yaml'].replace('via: wire', 'via: council'),
    },
    problems: [
      "sources.yaml:5:11 outlet: 'council' is no outlet (its kind is 'government'); an outlet's kind is one of news-agency, broadcaster, newspaper, news-site, platform",
      "statements.yaml:13:12 renditions[0].via: 'council' is no outlet (its kind is 'government'); an outlet's kind is one of news-agency, broadcaster, newspaper, news-site, platform",
    ],
  },
  {
    name: 'an outlet that stops being one while others credit it',
    files: {
      'organizations.yaml': world['organizations.yaml'].replace('kind: news-agency', 'kind: company'),
    },
    problems: [
      "before/claims.yaml claim 'length' via: 'wire' is no outlet (its kind is 'company'); an outlet's kind is one of news-agency, broadcaster, newspaper, news-site, platform",
      "before/sources.yaml source 'report' outlet: 'wire' is no outlet (its kind is 'company'); an outlet's kind is one of news-agency, broadcaster, newspaper, news-site, platform",
      "before/statements.yaml statement 'near' renditions[0].via: 'wire' is no outlet (its kind is 'company'); an outlet's kind is one of news-agency, broadcaster, newspaper, news-site, platform",
    ],
  },
  {
    name: 'ids that stand twice, in one file and in two, also as a person and an organization',
    files: {
      'a/people.yaml': person('a') + person('a'),
      'b/people.yaml': person('a'),
      'b/organizations.yaml': '- { id: a, name: { en: A, ar: ا }, kind: company }\n',
    },
    problems: [
      "a/people.yaml:2:9 id: 'a' stands twice; the first is at a/people.yaml:1",
      "b/organizations.yaml:1:9 id: 'a' stands twice; the first is at a/people.yaml:1",
      "b/people.yaml:1:9 id: 'a' stands twice; the first is at a/people.yaml:1",
    ],
  },
  {
    name: 'retired ids that are in use, or retired twice',
    files: {
      'people.yaml': person('cy', ', formerly: [ada, di]') + person('ed', ', formerly: [di]'),
      'organizations.yaml': '- { id: of, name: { en: Of, ar: اوف }, kind: company, formerly: [bo] }\n',
    },
    problems: [
      "organizations.yaml:1:65 formerly: 'bo' is retired here but in use by person 'bo' (before/people.yaml); keep one of the two",
      "people.yaml:1:53 formerly: 'ada' is retired here but in use by person 'ada' (before/people.yaml); keep one of the two",
      "people.yaml:2:54 formerly[0]: 'di' was retired by another person; keep one",
    ],
  },
  {
    name: 'loops, each named as a whole',
    files: {
      'places.yaml': `${world['places.yaml'].replace('kind: country', 'kind: country\n  within: sea')}- { id: sea, name: { en: Sea, ar: بحر }, kind: other, within: city }\n`,
      'topics.yaml': world['topics.yaml']
        .replace('en: Peace.', 'en: Peace')
        .replace('- id: peace', '- id: peace\n  broader: truce'),
      'events.yaml': world['events.yaml'].replace('- id: meeting', '- id: meeting\n  partOf: talks'),
    },
    problems: [
      'events.yaml:2:11 partOf: goes round in a circle: meeting → talks → meeting; set one of them to null or to another event',
      'places.yaml:8:11 within: goes round in a circle: city → land → sea → city; set one of them to null or to another place',
      'topics.yaml:2:12 broader: goes round in a circle: peace → truce → peace; set one of them to null or to another topic',
    ],
  },
  {
    name: 'spans outside their paragraphs',
    files: {
      'statements.yaml': world['statements.yaml'].replace('end: 27', 'end: 40'),
      'claims.yaml': world['claims.yaml']
        .replace('start: 41', 'start: 30')
        .replace(/paragraph: 2(?=\n {2}start: 41)/, 'paragraph: 3'),
    },
    problems: [
      'claims.yaml:9:10 start: 30–50 is not inside paragraph 2 of report (41–67)',
      'claims.yaml:16:14 paragraph: report has no paragraph 3; it has 2',
      'statements.yaml:21:12 renditions[0].end: 0–40 is not inside paragraph 1 of report (0–39)',
    ],
  },
  {
    name: 'a source whose paragraphs leave no room for what others cite',
    files: changed('sources.yaml', '\n    - { start: 41, end: 67 }', ''),
    problems: [
      'claims.yaml:8:14 paragraph: report has no paragraph 2; it has 1',
      'claims.yaml:16:14 paragraph: report has no paragraph 2; it has 1',
    ],
  },
  {
    name: 'a rendition id that stands twice',
    files: { 'statements.yaml': world['statements.yaml'].replace('id: near\n', 'id: nearer\n') },
    problems: [
      "statements.yaml:11:11 renditions[0].id: rendition 'near-report' stands twice; give each its own id",
    ],
  },
  {
    name: 'an article that is recorded twice',
    files: { 'sources.yaml': world['sources.yaml'].replace('id: report', 'id: zreport') },
    problems: [
      "sources.yaml:3:9 file: the same file as source 'report' (before/sources.yaml); keep one of the two",
      "sources.yaml:4:11 sha256: the same sha256 as source 'report' (before/sources.yaml); keep one of the two",
    ],
  },
  {
    name: 'names that a filter could not tell apart, in any spelling',
    files: {
      'people.yaml': '- { id: zoe, name: { en: THE  WIRE, ar: زوي }, aliases: [عايده], wikidata: Q1 }\n',
      'places.yaml': '- { id: zed, name: { en: Zed, ar: زد }, kind: city, aliases: [town, Ada] }\n',
      'topics.yaml': '- { id: zeal, name: { en: peace, ar: زيل }, description: { en: Z, ar: ز } }\n',
    },
    problems: [
      "people.yaml:1:26 name.en: 'THE  WIRE' also means organization 'wire' (before/organizations.yaml), so a filter could not tell them apart; remove it from one of them",
      "people.yaml:1:58 aliases[0]: 'عايده' also means person 'ada' (before/people.yaml), so a filter could not tell them apart; remove it from one of them",
      "people.yaml:1:76 wikidata: 'Q1' also means organization 'wire' (before/organizations.yaml), so a filter could not tell them apart; remove it from one of them",
      "places.yaml:1:63 aliases[0]: 'town' also means place 'city' (before/places.yaml), so a filter could not tell them apart; remove it from one of them",
      "topics.yaml:1:27 name.en: 'peace' also means topic 'peace' (before/topics.yaml), so a filter could not tell them apart; remove it from one of them",
    ],
  },
  {
    name: 'only what is wrong itself, not what follows from it',
    files: {
      'people.yaml': `- { id: ada, nam: x }\n`,
      'places.yaml': '- id: [\n',
      'statements.yaml': world['statements.yaml'].replace('mentions: [bo', 'mentions: [ada, place/nowhere'),
    },
    problems: [
      'people.yaml:1:3 name: missing; expected a group of fields',
      "people.yaml:1:14 nam: unknown field; did you mean 'name'?",
      'places.yaml:2:1: YAML syntax: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  },
];

for (const scenarios of [formOfFiles, shapeOfRecords, rulesOfRecords, rulesAcrossRecords]) {
  for (const { name, files, problems } of scenarios) {
    t.test(name, async (t) => {
      const dir = t.testdir();
      const before = write(path.join(dir, 'before'), world);
      const folder = write(path.join(dir, 'now'), files);
      t.same((await load(before)).problems, []);
      const content = contentOf(databaseBeside(before));
      const report = await load(before, { paths: [folder] });
      const said = shown(report.problems, folder, dir);
      t.strictSame(said, problems);
      t.equal(report.problemCount, problems.length);
      t.equal(report.versionAfter, report.versionBefore);
      t.equal(contentOf(databaseBeside(before)), content, 'the database is as it was');
    });
  }
}
