// Records that break a rule together: references, ids, trees, spans, names.
import { type Scenario, testScenarios } from './scenarios.ts';
import { added, changed, world } from './world.ts';

const person = (id: string, more = ''): string =>
  `- { id: ${id}, name: { en: "${id}", ar: "${id}" }${more} }\n`;

const rulesAcrossRecords: Scenario[] = [
  {
    name: 'references that lead nowhere, with the nearest id',
    files: changed('statements.yaml', 'speakers: [ada]', 'speakers: [adda]'),
    problems: ["statements.yaml:2:14 speakers[0]: no person or organization 'adda'; did you mean 'ada'?"],
  },
  {
    name: 'entries that add renditions',
    files: {
      'statements.yaml': [
        added.replace('near', 'neer').replace('near-again', 'near-1'),
        added.replace('near-again', 'near-2').replace('source: report', 'source: rport'),
        added.replace('near-again', 'near-report-2').replace('indirect', 'direct'),
        added.replace('near-again', 'near-4').replace('\n', '\n  speakers: [ada]\n'),
        '- { statement: near, renditions: [] }\n',
      ].join(''),
    },
    problems: [
      "statements.yaml:1:14 statement: no statement 'neer'; did you mean 'near'?",
      "statements.yaml:6:29 renditions[0].source: no source 'rport'; did you mean 'report'?",
      "statements.yaml:9:50 renditions[0].mode: 'direct' needs at least one quote; add it, or write 'indirect'",
      "statements.yaml:11:3 speakers: unknown field beside 'statement', which only gains renditions here",
      'statements.yaml:14:34 renditions: expected at least one rendition',
    ],
  },
  {
    name: 'a rendition of a statement that gains another',
    files: {
      'statements.yaml': world['statements.yaml'].replace('source: report', 'source: rport') + added,
    },
    problems: ["statements.yaml:12:15 renditions[0].source: no source 'rport'; did you mean 'report'?"],
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
    problems: ['people.yaml:1:3 name: missing; expected a text by language, such as { en: … }'],
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
    name: 'a Wikidata id that two of those who can speak have',
    files: {
      'people.yaml': '- { id: zoe, name: { en: Zoe, ar: زوي }, wikidata: Q1 }\n',
    },
    problems: [
      "people.yaml:1:52 wikidata: the same wikidata as organization 'wire' (before/organizations.yaml); keep one of the two",
    ],
  },
  {
    name: 'a name in place of an id, where several share it',
    files: {
      'people.yaml':
        '- { id: zoe-1, name: { en: Zoe Stone, ar: زوي } }\n- { id: zoe-2, name: { en: Zoe Stone, ar: زوي } }\n',
      'statements.yaml': world['statements.yaml'].replace('speakers: [ada]', 'speakers: [zoe-stone]'),
    },
    problems: [
      "statements.yaml:2:14 speakers[0]: no person or organization 'zoe-stone'; did you mean 'zoe-1' or 'zoe-2'?",
    ],
  },
  {
    name: 'codes of no country, with the nearest',
    files: {
      'people.yaml': `${person('cy', ', country: UK')}${person('di', ', country: ZZ')}${person('ed', ', country: uk')}`,
    },
    problems: [
      "people.yaml:1:52 country: no country has the code 'UK' (ISO 3166-1 alpha-2); did you mean 'GB'?",
      "people.yaml:2:52 country: no country has the code 'ZZ' (ISO 3166-1 alpha-2); did you mean 'ZA'?",
      'people.yaml:3:52 country: expected an ISO 3166-1 alpha-2 code such as "RU", found \'uk\'',
    ],
  },
  {
    name: 'ids that are routes, or words that filters know',
    files: {
      'organizations.yaml': '- { id: unstated, name: { en: U, ar: يو }, kind: newspaper }\n',
      'statements.yaml': world['statements.yaml']
        .replace('- id: near\n', '- id: counts\n')
        .replace('near-report', 'facets'),
    },
    problems: [
      "organizations.yaml:1:9 id: 'unstated' has a meaning of its own in the API; choose another id",
      "statements.yaml:1:7 id: 'counts' has a meaning of its own in the API; choose another id",
      "statements.yaml:11:11 renditions[0].id: 'facets' has a meaning of its own in the API; choose another id",
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
      'people.yaml:1:3 name: missing; expected a text by language, such as { en: … }',
      "people.yaml:1:14 nam: unknown field; did you mean 'name'?",
      'places.yaml:2:1: YAML syntax: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  },
];

testScenarios(rulesAcrossRecords);
