// What the codes of the API are called on the pages, in English and Arabic.

import type { ProblemCode } from '../http/problems/codes.ts';
import type { proofs } from '../records/fields.ts';
import { collectionOf, kinds, wordsFor } from '../records/kinds.ts';
import type { claimTypes } from '../resources/claims/schema.ts';
import type { Rule } from '../resources/discrepancies/relations.ts';
import type { Conflict, Status } from '../resources/discrepancies/schema.ts';
import type { eventKinds } from '../resources/events/schema.ts';
import type { organizationKinds } from '../resources/organizations/schema.ts';
import type { placeKinds } from '../resources/places/schema.ts';
import type { modes } from '../resources/statements/schema.ts';
import type { Wording } from '../resources/statements/wording.ts';
import { counted, type Language, writtenNumber } from './strings.ts';

type Pair = Record<Language, string>;
type Names<Code extends string> = Record<Code, Pair>;

const pair = (en: string, ar: string): Pair => ({ en, ar });

export const modeNames: Names<(typeof modes)[number]> = {
  direct: pair('direct', 'مباشر'),
  mixed: pair('partly quoted', 'مقتبس جزئيا'),
  indirect: pair('indirect', 'غير مباشر'),
};

export const wordingNames: Names<Wording> = {
  none: pair('nothing chosen', 'لم يُختر شيء'),
  single: pair('one rendition', 'صياغة واحدة'),
  unquoted: pair('too little quoted to compare', 'لا يكفي المقتبس للمقارنة'),
  same: pair('the same words', 'الألفاظ نفسها'),
  spelling: pair('the same words, spelt differently', 'الألفاظ نفسها برسم مختلف'),
  excerpts: pair('one quotes a part of the other', 'بعضها جزء من بعض'),
  forms: pair('other forms of the words', 'صيغ أخرى للألفاظ'),
  different: pair('worded differently', 'ألفاظ مختلفة'),
};

export const statusNames: Names<Status> = {
  conflicting: pair('conflicting', 'متناقضة'),
  different: pair('different', 'مختلفة'),
  compatible: pair('compatible', 'متوافقة'),
  agreed: pair('agreed', 'متفق عليها'),
  single: pair('one source', 'مصدر واحد'),
};

export const conflictNames: Names<Conflict> = {
  'within-source': pair('one source contradicts itself', 'مصدر يناقض نفسه'),
  'between-sources': pair('sources contradict one another', 'مصادر يناقض بعضها بعضا'),
  'between-voices': pair('one voice contradicts another', 'صوت يناقض صوتا آخر'),
};

export const ruleNames: Names<Rule> = {
  'ranges-overlap': pair('the figures can mean the same', 'قد يعني الرقمان الشيء نفسه'),
  'ranges-apart': pair('the figures cannot mean the same', 'لا يمكن أن يعني الرقمان الشيء نفسه'),
  'lies-within': pair('one lies within the other', 'أحدهما ضمن الآخر'),
  'fewer-members': pair('one names fewer members', 'أحدهما يسمي عددا أقل من الأعضاء'),
  'different-members': pair(
    'each names a member that the other does not',
    'كل منهما يسمي عضوا لا يسميه الآخر',
  ),
  'different-references': pair('two people, organizations or places', 'شخصان أو جهتان أو مكانان'),
  denied: pair('one denies what the other says', 'أحدهما ينفي ما يقوله الآخر'),
  'different-entries': pair('each lists what the other does not', 'كل منهما يذكر ما لا يذكره الآخر'),
  'different-topics': pair('different topics or events', 'موضوعان أو حدثان مختلفان'),
  'different-texts': pair('different words', 'كلمات مختلفة'),
  'different-units': pair('different things are counted', 'المعدود مختلف'),
  'different-types': pair('values of two types', 'قيمتان من نوعين'),
};

export const eventKindNames: Names<(typeof eventKinds)[number]> = {
  summit: pair('Summit', 'قمة'),
  arrival: pair('Arrival', 'وصول'),
  talks: pair('Talks', 'محادثات'),
  'press-conference': pair('Press conference', 'مؤتمر صحفي'),
  interview: pair('Interview', 'مقابلة'),
  post: pair('Post', 'منشور'),
  remarks: pair('Remarks', 'تصريحات'),
  meeting: pair('Meeting', 'لقاء'),
  other: pair('Event', 'حدث'),
};

export const organizationKindNames: Names<(typeof organizationKinds)[number]> = {
  government: pair('Government', 'حكومة'),
  ministry: pair('Ministry', 'وزارة'),
  alliance: pair('Alliance', 'تحالف'),
  collective: pair('Collective', 'جماعة'),
  party: pair('Party', 'حزب'),
  company: pair('Company', 'شركة'),
  other: pair('Organization', 'جهة'),
  'news-agency': pair('News agency', 'وكالة أنباء'),
  broadcaster: pair('Broadcaster', 'هيئة بث'),
  newspaper: pair('Newspaper', 'صحيفة'),
  'news-site': pair('News site', 'موقع إخباري'),
  platform: pair('Platform', 'منصة'),
};

export const placeKindNames: Names<(typeof placeKinds)[number]> = {
  continent: pair('Continent', 'قارة'),
  country: pair('Country', 'بلد'),
  region: pair('Region', 'إقليم'),
  city: pair('City', 'مدينة'),
  base: pair('Base', 'قاعدة'),
  building: pair('Building', 'مبنى'),
  other: pair('Place', 'مكان'),
};

export const changeNames: Names<'added' | 'changed' | 'removed'> = {
  added: pair('added', 'أُضيف'),
  changed: pair('changed', 'تغير'),
  removed: pair('removed', 'أُزيل'),
};

const claimTypeNames: Names<(typeof claimTypes)[number]> = {
  duration: pair('duration', 'مدة'),
  date: pair('date', 'تاريخ'),
  count: pair('number', 'عدد'),
  text: pair('text', 'نص'),
  reference: pair('person, place or thing', 'شخص أو مكان أو شيء'),
};

/** The parameters of lists, as headings of filters. */
const parameterNames: Record<string, Pair> = {
  speaker: pair('Speaker', 'المتحدث'),
  outlet: pair('Outlet', 'وسيلة الإعلام'),
  publisher: pair('Publisher', 'الناشر'),
  topic: pair('Topic', 'الموضوع'),
  place: pair('Place', 'المكان'),
  event: pair('Event', 'الحدث'),
  source: pair('Source', 'المصدر'),
  addressee: pair('Addressed to', 'موجه إلى'),
  mention: pair('Mentions', 'يذكر'),
  mode: pair('Kind of speech', 'طريقة النقل'),
  language: pair('Language', 'اللغة'),
  country: pair('Country', 'البلد'),
  month: pair('Month', 'الشهر'),
  reported: pair('Sources', 'المصادر'),
  differing: pair('Wording', 'الألفاظ'),
  exclusive: pair('Only through', 'عبر هذه وحدها'),
  since: pair('Since', 'منذ'),
  until: pair('Until', 'حتى'),
  q: pair('Search', 'بحث'),
  kind: pair('Kind', 'النوع'),
  status: pair('Agreement', 'مدى الاتفاق'),
  conflict: pair('Conflict', 'التناقض'),
  attribute: pair('What', 'المسألة'),
  type: pair('Type of value', 'نوع القيمة'),
  attributedTo: pair('According to', 'بحسب'),
  statement: pair('Statement', 'التصريح'),
  cue: pair('Speech verb', 'فعل القول'),
  via: pair('Credited outlet', 'المنقول عنه'),
  proof: pair('Proof', 'الإثبات'),
  quoted: pair('Quotes words', 'يقتبس كلمات'),
  organization: pair('Organization', 'الجهة'),
  partOf: pair('Part of', 'جزء من'),
  participant: pair('Participant', 'المشارك'),
  within: pair('Within', 'ضمن'),
  broader: pair('Part of', 'يندرج تحت'),
  collection: pair('Collection', 'المجموعة'),
  change: pair('Change', 'التغيير'),
  id: pair('Id', 'المعرف'),
  sort: pair('Order', 'الترتيب'),
  limit: pair('How many', 'العدد'),
  cursor: pair('Page', 'الصفحة'),
  format: pair('Format', 'الصيغة'),
  lang: pair('Language of the page', 'لغة الصفحة'),
  by: pair('Counted by', 'العد حسب'),
  facet: pair('Filter', 'عامل التصفية'),
  url: pair('Address', 'العنوان'),
  rendition: pair('Rendition', 'الصياغة'),
};

/** How a parameter is called that asks for all of its values together. */
const allTogether = pair('all of them', 'كلها معا');

const sortNames: Record<string, Pair> = {
  '-start': pair('newest first', 'الأحدث أولا'),
  start: pair('oldest first', 'الأقدم أولا'),
  '-saidOn': pair('newest first', 'الأحدث أولا'),
  saidOn: pair('oldest first', 'الأقدم أولا'),
  '-renditions': pair('most reported', 'الأكثر نقلا'),
  renditions: pair('least reported', 'الأقل نقلا'),
  '-added': pair('latest additions', 'الأحدث إضافة'),
  added: pair('earliest additions', 'الأقدم إضافة'),
  relevance: pair('best match', 'الأكثر مطابقة'),
  id: pair('id', 'المعرف'),
  '-id': pair('id, backwards', 'المعرف تنازليا'),
  '-statements': pair('most statements', 'الأكثر تصريحات'),
  statements: pair('fewest statements', 'الأقل تصريحات'),
  status: pair('conflicts first', 'التناقضات أولا'),
  '-status': pair('conflicts last', 'التناقضات أخيرا'),
  event: pair('by event', 'حسب الحدث'),
  '-event': pair('by event, backwards', 'حسب الحدث تنازليا'),
  source: pair('by source', 'حسب المصدر'),
  '-source': pair('by source, backwards', 'حسب المصدر تنازليا'),
};

/** What claims are about. A dataset may bring others: these are shown as they are written. */
const attributeNames: Record<string, Pair> = {
  'agreement-on-ukraine': pair('Agreement on Ukraine', 'الاتفاق على أوكرانيا'),
  'aim-of-putin': pair("Putin's aim", 'هدف بوتين'),
  'aim-of-trump': pair("Trump's aim", 'هدف ترامب'),
  breakthrough: pair('Breakthrough', 'الاختراق'),
  'cars-taken-by-both': pair('Cars taken by both', 'السيارات التي استقلاها معا'),
  city: pair('City', 'المدينة'),
  'concern-for-ukraine': pair('Concern for Ukraine', 'القلق على أوكرانيا'),
  date: pair('Date', 'التاريخ'),
  'day-of-talks': pair('Day of the talks', 'يوم المحادثات'),
  'descent-from-aircraft': pair('Descent from the aircraft', 'النزول من الطائرة'),
  'details-disclosed': pair('Details disclosed', 'التفاصيل المعلنة'),
  duration: pair('How long it lasted', 'كم دام'),
  'fear-in-ukraine': pair('Fear in Ukraine', 'الخشية في أوكرانيا'),
  'first-direct-meeting-since': pair('First direct meeting since', 'أول لقاء مباشر منذ'),
  'first-visit-of-putin-to-us-in': pair(
    "Putin's first visit to the US in",
    'أول زيارة لبوتين إلى أمريكا منذ',
  ),
  format: pair('Format', 'الصيغة'),
  greeting: pair('Greeting', 'التحية'),
  held: pair('How it was held', 'كيف عُقد'),
  host: pair('Host', 'المضيف'),
  label: pair('What the summit is called', 'وصف القمة'),
  'mood-in-russian-media': pair('Mood in Russian media', 'المزاج في الإعلام الروسي'),
  'mood-in-ukraine': pair('Mood in Ukraine', 'المزاج في أوكرانيا'),
  'most-important-open-points': pair('Most important open points', 'أهم النقاط العالقة'),
  'next-meeting-place': pair('Place of the next meeting', 'مكان اللقاء المقبل'),
  'participant-for-russia': pair('Participant for Russia', 'المشارك عن روسيا'),
  'participant-for-us': pair('Participant for the US', 'المشارك عن أمريكا'),
  'podium-time': pair('Time at the podium', 'الوقت على المنصة'),
  progress: pair('Progress', 'التقدم'),
  'progress-on-war': pair('Progress on the war', 'التقدم بشأن الحرب'),
  purpose: pair('Purpose', 'الغاية'),
  'questions-taken': pair('Questions taken', 'الأسئلة التي أُجيب عنها'),
  region: pair('Region', 'الإقليم'),
  'russia-delegate': pair('Delegates of Russia', 'أعضاء الوفد الروسي'),
  timing: pair('When it took place', 'متى جرى'),
  'ukraine-took-part': pair('Whether Ukraine took part', 'هل شاركت أوكرانيا'),
  'us-delegate': pair('Delegates of the US', 'أعضاء الوفد الأمريكي'),
  venue: pair('Venue', 'الموقع'),
  'venue-type': pair('Kind of venue', 'نوع الموقع'),
  weekday: pair('Day of the week', 'يوم الأسبوع'),
};

export const precisionNames: Names<'exact' | 'approximate' | 'nearly' | 'over'> = {
  exact: pair('', ''),
  approximate: pair('about', 'نحو'),
  nearly: pair('nearly', 'ما يقرب من'),
  over: pair('over', 'أكثر من'),
};

const unitNames: Record<string, Record<Language, (count: number) => string>> = {
  cars: counted(
    { one: '# car', other: '# cars' },
    {
      zero: 'لا سيارة',
      one: 'سيارة واحدة',
      two: 'سيارتان',
      few: '# سيارات',
      many: '# سيارة',
      other: '# سيارة',
    },
  ),
  points: counted(
    { one: '# point', other: '# points' },
    { zero: 'لا نقاط', one: 'نقطة واحدة', two: 'نقطتان', few: '# نقاط', many: '# نقطة', other: '# نقطة' },
  ),
  questions: counted(
    { one: '# question', other: '# questions' },
    { zero: 'لا أسئلة', one: 'سؤال واحد', two: 'سؤالان', few: '# أسئلة', many: '# سؤالا', other: '# سؤال' },
  ),
};

/** A code that has no name here, as words: `next-meeting-place` is "Next meeting place". */
function asWords(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function parameterName(code: string, language: Language): string {
  const [name = code, isAll] = code.split('.');
  const said = parameterNames[name]?.[language] ?? asWords(name);
  return isAll === undefined ? said : `${said} (${allTogether[language]})`;
}

/** Formats that have other names in Arabic than in English. */
const formatTitles: Record<string, Pair> = {
  jsonfeed: pair('JSON Feed', 'خلاصة JSON'),
  atom: pair('Atom feed', 'خلاصة Atom'),
  annotation: pair('Web Annotation', 'تعليق ويب'),
};

/** What a format is called; most have one name in all languages. */
export const formatTitle = (name: string, title: string, language: Language): string =>
  formatTitles[name]?.[language] ?? title;

export const sortName = (code: string, language: Language): string =>
  sortNames[code]?.[language] ?? asWords(code);

export const attributeName = (code: string, language: Language): string =>
  attributeNames[code]?.[language] ?? asWords(code);

/** A number of things of a unit. */
export const amountOf = (count: number, unit: string, language: Language): string =>
  unitNames[unit]?.[language](count) ?? `${writtenNumber(language, count)} (${unit.replaceAll('-', ' ')})`;

/** The codes that are values of filters, by parameter. */
/** Whether a passage is proven against the text of its source. */
export const proofNames: Names<(typeof proofs)[number]> = {
  text: pair('Proven against the text', 'مثبت من النص'),
  none: pair('Without a text', 'بلا نص'),
};

const valueNames: Record<string, Record<string, Pair>> = {
  mode: modeNames,
  proof: proofNames,
  status: statusNames,
  conflict: conflictNames,
  type: claimTypeNames,
  change: changeNames,
  kind: {
    ...Object.fromEntries(kinds.map((kind) => [kind, wordsFor(kind).one])),
    ...eventKindNames,
    ...organizationKindNames,
    ...placeKindNames,
  },
  differing: {
    true: pair('Worded differently', 'مختلفة الألفاظ'),
    false: pair('Not worded differently', 'غير مختلفة الألفاظ'),
  },
  collection: {
    ...Object.fromEntries(kinds.map((kind) => [collectionOf[kind], wordsFor(kind).many])),
    renditions: pair('Renditions', 'الصياغات'),
    outlets: pair('Outlets', 'وسائل الإعلام'),
    discrepancies: pair('Where sources differ', 'أين تختلف المصادر'),
  },
  quoted: { true: pair('yes', 'نعم'), false: pair('no', 'لا') },
  outlet: { unstated: pair('No outlet named', 'لم تُذكر') },
  publisher: { unstated: pair('No publisher named', 'لم يُذكر') },
  exclusive: { unstated: pair('No outlet named', 'لم تُذكر') },
};

const orMore = pair('or more', 'أو أكثر');

/** A value of a filter that is a code; null where it has no name of its own. */
export function valueName(parameter: string, code: string, language: Language): string | null {
  if (parameter === 'attribute') return attributeName(code, language);
  if (parameter === 'reported' && /^\d+\.\.$/.test(code))
    return `${Number.parseInt(code, 10)} ${orMore[language]}`;
  return valueNames[parameter]?.[code]?.[language] ?? null;
}

/** What errors mean to a person who reads pages, and what that person can do. */
export const problemTexts: Record<ProblemCode, { title: Pair; wayOut: Pair }> = {
  'unknown-parameter': {
    title: pair('This filter does not exist', 'لا وجود لعامل التصفية هذا'),
    wayOut: pair('Leave it out, or use another one.', 'احذفه من العنوان أو استعمل غيره.'),
  },
  'invalid-parameter': {
    title: pair('A value is not right', 'قيمة غير صالحة'),
    wayOut: pair('Correct the value in the address.', 'صحح القيمة في العنوان.'),
  },
  'unknown-value': {
    title: pair('Nothing is called that', 'لا شيء بهذا الاسم'),
    wayOut: pair('Use another name, or choose from the list.', 'استعمل اسما آخر أو اختر من القائمة.'),
  },
  'ambiguous-value': {
    title: pair('The name stands for several things', 'الاسم يدل على أكثر من شيء'),
    wayOut: pair('Choose one of them.', 'اختر واحدا منها.'),
  },
  'invalid-cursor': {
    title: pair('This page of the list does not exist', 'هذه الصفحة من القائمة غير موجودة'),
    wayOut: pair('Begin with the first page.', 'ابدأ من الصفحة الأولى.'),
  },
  'cursor-mismatch': {
    title: pair('This page belongs to another list', 'هذه الصفحة من قائمة أخرى'),
    wayOut: pair('Begin with the first page.', 'ابدأ من الصفحة الأولى.'),
  },
  'malformed-request': {
    title: pair('The address cannot be read', 'لا يمكن قراءة العنوان'),
    wayOut: pair('Check the address.', 'تحقق من العنوان.'),
  },
  'unknown-id': {
    title: pair('There is no such record', 'لا سجل بهذا المعرف'),
    wayOut: pair('Look for it in its list, or search.', 'ابحث عنه في قائمته أو بالبحث.'),
  },
  'unknown-route': {
    title: pair('There is no page here', 'لا صفحة هنا'),
    wayOut: pair('Begin with the home page, or search.', 'ابدأ من الصفحة الرئيسية أو بالبحث.'),
  },
  'method-not-allowed': {
    title: pair('Nothing can be changed here', 'لا يمكن تغيير شيء هنا'),
    wayOut: pair('Pages can only be read.', 'الصفحات للقراءة فقط.'),
  },
  'not-acceptable': {
    title: pair('It does not come in this format', 'لا يتوفر بهذه الصيغة'),
    wayOut: pair('Ask for another format.', 'اطلب صيغة أخرى.'),
  },
  'request-timeout': {
    title: pair('The request took too long', 'طال الطلب أكثر مما يجب'),
    wayOut: pair('Try again.', 'حاول من جديد.'),
  },
  'uri-too-long': {
    title: pair('The address is too long', 'العنوان أطول مما يجب'),
    wayOut: pair('Ask for less at a time.', 'قلل ما تطلبه في المرة الواحدة.'),
  },
  'range-not-satisfiable': {
    title: pair('The file has no such part', 'ليس في الملف هذا الجزء'),
    wayOut: pair('Download it from the beginning.', 'نزّله من البداية.'),
  },
  'too-many-requests': {
    title: pair('Too many requests', 'طلبات كثيرة'),
    wayOut: pair('Try again in a minute.', 'حاول من جديد بعد دقيقة.'),
  },
  'header-too-large': {
    title: pair('The request is too large', 'الطلب أكبر مما يجب'),
    wayOut: pair(
      'Delete the cookies of this site and try again.',
      'احذف ملفات تعريف الارتباط لهذا الموقع وحاول من جديد.',
    ),
  },
  'internal-error': {
    title: pair('Something went wrong here', 'حدث خطأ عندنا'),
    wayOut: pair(
      'Try again; if it stays, report it with the number of the request.',
      'حاول من جديد؛ وإن بقي فأبلغ عنه مع رقم الطلب.',
    ),
  },
  overloaded: {
    title: pair('Too much is asked at the moment', 'الخادم مثقل الآن'),
    wayOut: pair('Try again in a few seconds.', 'حاول من جديد بعد ثوان.'),
  },
  'not-ready': {
    title: pair('There is no data yet', 'لا بيانات بعد'),
    wayOut: pair('Try again later.', 'حاول لاحقا.'),
  },
};
