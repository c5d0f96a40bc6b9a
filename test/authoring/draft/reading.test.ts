// How well articles are read: the figures on annotated articles, and cases that each rule must get right.
import { readFileSync } from 'node:fs';
import t from 'tap';
import { articleOf, type Language } from '../../../src/authoring/draft/article.ts';
import { figuresOf, table } from '../../../src/authoring/draft/evaluate.ts';
import { Names } from '../../../src/authoring/draft/names.ts';
import { readArticle } from '../../../src/authoring/draft/reading.ts';
import { readRecord } from '../../../src/authoring/draft/record.ts';
import { inProject } from '../../../src/project.ts';

const articles = inProject('test', 'authoring', 'draft', 'articles');
const names = new Names(readRecord(inProject('seeds')));

/** Each utterance as `speaker | cue | mode | contents`. */
function said(text: string, language: Language): string[] {
  return readArticle(articleOf('a.txt', text, language), names).map(({ speaker, cue, mode, contents }) =>
    [
      speaker === null ? 'null' : (speaker.id ?? speaker.name),
      cue?.lemma ?? 'null',
      mode,
      contents.map(({ start, end }) => text.slice(start, end)).join(' ... '),
    ].join(' | '),
  );
}

t.test('the figures on annotated articles hold, and docs/reading.md gives them', async (t) => {
  for (const [language, half, most] of [
    ['ar', 0.85, 0.75],
    ['en', 0.85, 0.8],
  ] as const) {
    const apart = figuresOf(`${articles}/${language}`, language, 'apart');
    t.ok(apart.half >= half && apart.most >= most, `${language}: ${apart.half} and ${apart.most}`);
    t.ok(apart.speaker >= 0.87, `${language}: speakers ${apart.speaker}`);
  }
  t.match(
    readFileSync(inProject('docs', 'reading.md'), 'utf8'),
    table(articles),
    'run npm run draft -- --evaluate --write',
  );
});

t.test('Arabic', async (t) => {
  const cases: [text: string, expected: string[]][] = [
    ['قال بوتين إن المحادثات كانت بناءة.', ['putin | قال | indirect | إن المحادثات كانت بناءة']],
    ['وقال ترامب: «سنلتقي قريبا».', ['trump | قال | direct | سنلتقي قريبا']],
    [
      'أكد الكرملين أن اللقاء كان «مفيدا» للطرفين.',
      ['kremlin | أكد | mixed | أن اللقاء كان «مفيدا» للطرفين'],
    ],
    [
      'قال بوتين إن الطريق طويل، مشيرا إلى أن العمل بدأ.',
      ['putin | قال | indirect | إن الطريق طويل', 'putin | أشار | indirect | أن العمل بدأ'],
    ],
    [
      'وكان لافروف قد أعلن أن بلاده مستعدة. وأضاف أنها تنتظر الرد.',
      ['lavrov | أعلن | indirect | أن بلاده مستعدة', 'lavrov | أضاف | indirect | أنها تنتظر الرد'],
    ],
    ['لم يؤكد الكرملين أن اللقاء سيعقد.', []],
    ['ويذكر أن القمة عقدت في ألاسكا.', []],
    ['جرى اللقاء بين موسكو وواشنطن في «القاعدة المشتركة».', []],
    [
      'قال لافروف إن الوفد وصل. وسيعود مساء الأحد إلى موسكو. وكان الطقس باردا.',
      ['lavrov | قال | indirect | إن الوفد وصل. وسيعود مساء الأحد إلى موسكو'],
    ],
    [
      'وطالبهم لافروف بالعودة إلى الحوار، وأبلغه روبيو أن الوقت ضيق.',
      ['lavrov | طالب | indirect | بالعودة إلى الحوار', 'rubio | أبلغ | indirect | أن الوقت ضيق'],
    ],
    ['وردد الكرملين الموقف نفسه، فقال إن الباب مفتوح.', ['kremlin | قال | indirect | إن الباب مفتوح']],
    ['أدان المجلس الهجوم على المدينة.', ['المجلس | أدان | indirect | الهجوم على المدينة']],
    ['ونقل عن لافروف أنه راض.', ['lavrov | نقل | indirect | أنه راض']],
    [
      'توقف القصف في المدينة، بحسب ما نقلت صحيفة محلية عن روبيو.',
      ['rubio | وفقا | indirect | توقف القصف في المدينة'],
    ],
    [
      'قال لافروف مشيرا إلى روبيو: «سمعت الوزير وأنا أرفض هذا».',
      ['lavrov | قال | direct | سمعت الوزير وأنا أرفض هذا'],
    ],
    ['ويشير هذا القرار إلى تحول كبير في الموقف.', []],
    ['وهي شبكة تعد الأكبر، والتي تعتبر شريكا مهما لموسكو.', []],
    ['وقال الرئيس الروسي إنه راض عن اللقاء.', ['putin | قال | indirect | إنه راض عن اللقاء']],
  ];
  for (const [text, expected] of cases) t.strictSame(said(text, 'ar'), expected, text);
});

t.test('English', async (t) => {
  const cases: [text: string, expected: string[]][] = [
    ['Trump said the talks were tough.', ['trump | say | indirect | the talks were tough']],
    ['"We made progress," Trump said.', ['trump | say | direct | "We made progress,"']],
    [
      '"It works," said Lavrov. "We will meet again."',
      ['lavrov | say | direct | "It works,"', 'lavrov | null | direct | "We will meet again."'],
    ],
    ['The plan, Rubio said, will not change.', ['rubio | say | indirect | The plan ... will not change']],
    ['The deal is close, according to Witkoff.', ['witkoff | according to | indirect | The deal is close']],
    ['Trump did not say when they would meet.', []],
    [
      'Trump said he would call, adding that time was short.',
      ['trump | say | indirect | he would call', 'trump | add | indirect | time was short'],
    ],
    ['The Russian president told reporters that he was ready.', ['putin | tell | indirect | he was ready']],
    ['They met at the "Arctic Warrior" base.', []],
    // Nouns, adjectives and participles that look like speech verbs.
    ['The shift between states will change the map for varying reasons.', []],
    ['He is held for alleged acts, as confirmed by the court.', []],
    ['A group called "Friends of Alaska" met there.', []],
    ['A staff report released Friday will cost Trump votes.', []],
    // What nobody has said.
    ['Nobody told them Putin had left, and Lavrov would not say if he had.', []],
    ['WATCH: Trump says he will come', []],
    ['Asked whether it was true, Trump said no.', []],
    [
      'Unless Rubio says the deal is off, "it would be wrong to stop," Lavrov said.',
      ['lavrov | say | mixed | Unless Rubio says the deal is off, "it would be wrong to stop,"'],
    ],
    // Where contents begin and end.
    [
      'Trump said in a statement marking the day that the talks were tough.',
      ['trump | say | indirect | the talks were tough'],
    ],
    ['Lavrov claimed, without evidence, that they left.', ['lavrov | claim | indirect | they left']],
    [
      'Rubio said if the strike goes on, planes will stop.',
      ['rubio | say | indirect | if the strike goes on, planes will stop'],
    ],
    ['As Lavrov noted last week, the deal is close.', ['lavrov | note | indirect | the deal is close']],
    ['The deal, says Lavrov, is close.', ['lavrov | say | indirect | The deal ... is close']],
    ['"I am tired," Trump said, his voice breaking.', ['trump | say | direct | "I am tired,"']],
    ['In a letter to the "peace camp," Trump said he was ready.', ['trump | say | indirect | he was ready']],
    ['Saying the talks failed, Trump left Alaska.', ['trump | say | indirect | the talks failed']],
    ['Witkoff pointed out that the deal is close.', ['witkoff | point out | indirect | the deal is close']],
    ['Trump added the talks were tough.', ['trump | add | indirect | the talks were tough']],
    [
      '"We are ready," Putin said, adding the talks were tough.',
      ['putin | say | direct | "We are ready,"', 'putin | add | indirect | the talks were tough'],
    ],
    // Names of speakers.
    [
      'A spokesman for the ferry said Putin was late.',
      ['A spokesman for the ferry | say | indirect | Putin was late'],
    ],
    [
      'Russian officials said it was over. But Ann Lee left. "We go on," Lee said.',
      ['Russian officials | say | indirect | it was over', 'Ann Lee | say | direct | "We go on,"'],
    ],
    // Subjects with insertions.
    ['Rubio, who has seen both, says the deal is close.', ['rubio | say | indirect | the deal is close']],
    [
      'Trump, one of two who decide what planes cost, loans and all, said it was over.',
      ['trump | say | indirect | it was over'],
    ],
    ['Lavrov, the minister, on Friday said it was over.', ['lavrov | say | indirect | it was over']],
  ];
  for (const [text, expected] of cases) t.strictSame(said(text, 'en'), expected, text);
});
