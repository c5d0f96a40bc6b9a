// How well articles are read: the figures on annotated articles, and Arabic cases that each rule must get right.
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { runDraft } from '../../../src/authoring/draft/command.ts';
import { figuresOf } from '../../../src/authoring/draft/evaluation/evaluate.ts';
import { inProject } from '../../../src/project.ts';
import { said } from './said.ts';

const articles = inProject('test', 'authoring', 'draft', 'articles');

t.test('the figures on annotated articles hold, and docs/reading.md gives them', async (t) => {
  for (const [language, half, most] of [
    ['ar', 0.85, 0.75],
    ['en', 0.85, 0.8],
  ] as const) {
    const apart = figuresOf(`${articles}/${language}`, language, 'apart');
    t.ok(apart.half >= half && apart.most >= most, `${language}: ${apart.half} and ${apart.most}`);
    t.ok(apart.speaker >= 0.87, `${language}: speakers ${apart.speaker}`);
  }
  const page = inProject('docs', 'reading.md');
  const measured = path.join(t.testdir({}), 'reading.md');
  copyFileSync(page, measured);
  let printed = '';
  const stdout = { write: (text: string) => (printed += text) };
  const args = ['--evaluate', articles, '--write', measured];
  t.equal(runDraft(args, { stdout, stderr: stdout }), 0);
  t.match(printed, /^\| language \|.*\n\| --- \|.*\n\| Arabic \|/);
  t.equal(
    readFileSync(measured, 'utf8'),
    readFileSync(page, 'utf8'),
    'run npm run draft -- --evaluate test/authoring/draft/articles --write docs/reading.md',
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
    // Acts of speech, and what is none.
    ['وقدم الوزير اعتذاره للحاضرين.', ['الوزير | قدم | indirect | اعتذاره للحاضرين']],
    ['وقدم الوزير كتابا جديدا للحاضرين.', []],
    ['وبدأ الاجتماع بعد أن وصل الوفد.', []],
    ['يُقترح أن يبدأ العمل غدا.', []],
    // Where contents begin and end.
    ['طلب لافروف عدم نشر التقرير، ثم غادر القاعة.', ['lavrov | طلب | indirect | عدم نشر التقرير']],
    ['جدد لافروف دعوته إلى الحوار.', ['lavrov | جدد | indirect | الحوار']],
    ['أفاد لافروف خلال زيارة بموسكو أن العمل بدأ.', ['lavrov | أفاد | indirect | أن العمل بدأ']],
    ['وأشار لافروف خلال زيارة لموسكو إلى أن العمل بدأ.', ['lavrov | أشار | indirect | أن العمل بدأ']],
    [
      'وقال لافروف: «نحن معكم»، و«سنعود غدا إلى العمل».',
      ['lavrov | قال | direct | نحن معكم»، و«سنعود غدا إلى العمل'],
    ],
    [
      'قال لافروف إن اللقاء مفيد. «سنعود إلى موسكو غدا ونعمل من جديد».',
      [
        'lavrov | قال | indirect | إن اللقاء مفيد',
        'lavrov | null | direct | سنعود إلى موسكو غدا ونعمل من جديد',
      ],
    ],
    // Of what somebody is accused.
    ['اتهمته المعارضة بعرقلة الاتفاق.', ['المعارضة | اتهم | indirect | بعرقلة الاتفاق']],
    [
      'اتهم روبيو خلال لقاء وزير الدفاع بعرقلة الاتفاق.',
      ['rubio | اتهم | indirect | وزير الدفاع بعرقلة الاتفاق'],
    ],
    ['اتهم بوتين أوكرانيا.', []],
    // Who speaks.
    [
      'وأكد كل من السعودية وفرنسا أن اللقاء مفيد.',
      ['كل من السعودية وفرنسا | أكد | indirect | أن اللقاء مفيد'],
    ],
    [
      'الوزير الذي قالت عنه المستشارة الألمانية إنه مفيد.',
      ['المستشارة الألمانية | قال | indirect | إنه مفيد'],
    ],
    ['وقال خلال مؤتمر صحافي الوزير لافروف إن اللقاء مفيد.', ['lavrov | قال | indirect | إن اللقاء مفيد']],
    ['ونقل لافروف أن اللقاء مفيد.', ['lavrov | نقل | indirect | أن اللقاء مفيد']],
    ['وفي أول تصريح للوزير لافروف، القول إن اللقاء مفيد.', ['lavrov | قال | indirect | إن اللقاء مفيد']],
    [
      'وشدد وزير الخارجية (الذي وصل أمس من موسكو في زيارة قصيرة إلى البلاد) على أهمية الحوار.',
      ['وزير الخارجية | شدد | indirect | أهمية الحوار'],
    ],
    [
      'وقالت صحيفة «نيويورك تايمز» الأميركية إن اللقاء مفيد.',
      ['صحيفة «نيويورك تايمز» الأميركية | قال | indirect | إن اللقاء مفيد'],
    ],
    [
      'وقال الرئيس الروسي فلاديمير فلاديميروفيتش بوتين «أمس» إن اللقاء مفيد.',
      ['putin | قال | indirect | إن اللقاء مفيد'],
    ],
    ['التقى الوزير لافروف الذي قال إن العمل بدأ.', ['lavrov | قال | indirect | إن العمل بدأ']],
    [
      'وذكرت وكالة رويترز، نقلا عن مسؤولين أميركيين، أن اللقاء مفيد.',
      ['مسؤولين أميركيين | ذكر | indirect | أن اللقاء مفيد'],
    ],
    ['توقف القصف في المدينة، بحسب ما نقلت صحيفة محلية أمس في موسكو وفي غيرها من المدن.', []],
  ];
  for (const [text, expected] of cases) t.strictSame(said(text, 'ar'), expected, text);
});
