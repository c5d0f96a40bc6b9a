// Files whose form is wrong: encoding, syntax, constructs that are refused.
import { type Scenario, testScenarios } from './scenarios.ts';

const person = (id: string, more = ''): string =>
  `- { id: ${id}, name: { en: "${id}", ar: "${id}" }${more} }\n`;

const formOfFiles: Scenario[] = [
  {
    name: 'text that a comment would swallow',
    files: {
      'people.yaml': '- id: ada # a comment\n  name:\n    en: Ada #1\n    ar: عايدة ستون # هي\n',
      'places.yaml': '- { id: a, kind: city, name: { en: Ada #1, ar: x } }\n',
    },
    problems: [
      `people.yaml:3:13: ' #' begins a comment, so that the text ends before it; write "Ada #1" in quotation marks, or put the comment on a line of its own`,
      `people.yaml:4:20: ' #' begins a comment, so that the text ends before it; write "عايدة ستون # هي" in quotation marks, or put the comment on a line of its own`,
      `places.yaml:1:40: ' #' begins a comment, so that the text ends before it; write "Ada #1" in quotation marks, or put the comment on a line of its own`,
    ],
  },
  {
    name: 'a colon inside of a text',
    files: {
      'people.yaml':
        '- id: ada\n  name:\n    en: Ada: the first\n    ar: قالت: "نعم"\n- id: bo\n  name: { en: Bo: one, ar: بو }\n',
    },
    problems: [
      `people.yaml:3:9: ': ' inside of a text begins a field; put the text in quotation marks: "Ada: the first"`,
      `people.yaml:4:9: ': ' inside of a text begins a field; put the text in quotation marks: 'قالت: "نعم"'`,
      `people.yaml:6:15: ': ' inside of a text begins a field; put the text in quotation marks: "Bo: one"`,
    ],
  },
  {
    name: 'an Arabic comma between fields, and between ids',
    files: {
      'people.yaml': '- id: ada\n  name: { en: Ada، ar: عايدة }\n',
      'events.yaml': '- { id: e, kind: talks, name: { en: E, ar: سلام، وأمن }, formerly: [a، b] }\n',
    },
    problems: [
      "events.yaml:1:69 formerly[0]: expected a kebab-case id such as \"fox-news\", found 'a، b'; write ',' between two",
      "people.yaml:2:15: '،' separates nothing inside { }; write ',' between two fields, or put the text in quotation marks",
    ],
  },
  {
    name: 'tabs and spaces that are none',
    files: {
      'people.yaml': '- id: ada\n\tname: { en: A, ar: B }\n',
      'places.yaml': '- id: a\n  kind:\u00a0city\n  name: { en:\u00a0A, ar: "قال:\u00a0نعم" }\n',
      'topics.yaml': '- id: a\n\u00a0 name: { en: A, ar: B }\n',
      'claims.yaml': '-\u00a0id: a\n  event: قال:\u00a0نعم\n',
    },
    problems: [
      'claims.yaml:1:1: holds U+00A0, which looks like a space and is none to YAML; type a space',
      'people.yaml:2:2: indented with a tab; use spaces',
      'places.yaml:2:3: holds U+00A0, which looks like a space and is none to YAML; type a space',
      'places.yaml:3:11: holds U+00A0, which looks like a space and is none to YAML; type a space',
      'topics.yaml:2:1: holds U+00A0, which looks like a space and is none to YAML; type a space',
    ],
  },
  {
    name: 'quotation marks and signs that end or begin a text',
    files: {
      'people.yaml': "- id: ada\n  name:\n    en: 'it's'\n    ar: @x\n- id: bo\n  name:{ en: B, ar: B }\n",
    },
    problems: [
      'people.yaml:3:13: something follows the quotation mark that ends the text; put the whole text in quotation marks, and write \\" for one inside of it',
      `people.yaml:4:9: a text cannot begin with '@'; put it in quotation marks: "@x"`,
      "people.yaml:6:3: write a space after ':'",
    ],
  },
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

testScenarios(formOfFiles);
