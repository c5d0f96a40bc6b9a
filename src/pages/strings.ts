// Every text of the pages, in English and Arabic, pair by pair.

import { collectionOf, type Kind, kinds, wordsFor } from '../records/kinds.ts';

export const languages = ['en', 'ar'] as const;

export type Language = (typeof languages)[number];

type Pair<Text> = Record<Language, Text>;

const pair = <Text>(en: Text, ar: Text): Pair<Text> => ({ en, ar });

const numbers: Pair<Intl.NumberFormat> = {
  en: new Intl.NumberFormat('en'),
  ar: new Intl.NumberFormat('ar-u-nu-latn'),
};

/** A number in the digits that both languages' readers share, grouped as the language groups; there are no groups below a thousand. */
export const writtenNumber = (language: Language, value: number): string =>
  Number.isInteger(value) && value >= 0 && value < 1_000 ? String(value) : numbers[language].format(value);

const pluralRules: Pair<Intl.PluralRules> = {
  en: new Intl.PluralRules('en'),
  ar: new Intl.PluralRules('ar'),
};

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** A number with its noun; `#` stands for the number (CLDR plural rules). */
export function counted(en: Forms, ar: Forms): Pair<(count: number) => string> {
  const say = (language: Language, forms: Forms) => (count: number) =>
    (forms[pluralRules[language].select(count)] ?? forms.other).replace('#', writtenNumber(language, count));
  return { en: say('en', en), ar: say('ar', ar) };
}

const collectionNames = Object.fromEntries(
  kinds.map((kind) => [collectionOf[kind], wordsFor(kind).many]),
) as Record<(typeof collectionOf)[Kind], Pair<string>>;

const table = {
  siteName: pair('Summit Record', 'سجل القمة'),
  tagline: pair(
    'Who said what at a summit, and how each outlet rendered it.',
    'من قال ماذا في القمة، وكيف نقله كل مصدر.',
  ),
  whatThisIs: pair(
    'Every statement is joined with each passage that reports it. Quoted words stand as the articles print them, to the character, so that you can see where sources agree and where they do not.',
    'كل تصريح موصول بكل مقطع ينقله، والكلمات المقتبسة كما طبعتها المقالات حرفا بحرف، لترى أين تتفق المصادر وأين تختلف.',
  ),
  comma: pair(', ', '، '),
  filterBy: pair('Filter by', 'تصفية حسب'),
  skip: pair('Skip to the content', 'انتقل إلى المحتوى'),
  mainNavigation: pair('Main', 'التنقل الرئيسي'),
  otherLanguage: pair('العربية', 'English'),
  search: pair('Search', 'بحث'),
  searchAll: pair('Search statements and names', 'ابحث في التصريحات والأسماء'),
  searchExample: pair('Putin, security, السلام …', 'بوتين، أوكرانيا، السلام …'),
  completions: pair('Completions', 'اقتراحات'),
  // Navigation and headings of lists
  ...collectionNames,
  renditions: pair('Renditions', 'الصياغات'),
  outlets: pair('Outlets', 'وسائل الإعلام'),
  discrepancies: pair('Where sources differ', 'أين تختلف المصادر'),
  changes: pair('Changes', 'التغييرات'),
  dataset: pair('Dataset', 'البيانات'),
  problems: pair('Error codes', 'رموز الأخطاء'),
  api: pair('API', 'واجهة البرمجة'),
  summits: pair('Summits', 'القمم'),
  mostReported: pair('Most reported', 'الأكثر نقلا'),
  sharpest: pair('Worded differently', 'نُقلت بألفاظ مختلفة'),
  conflicts: pair('Contradictions about the events', 'تناقضات في رواية الأحداث'),
  whoSpoke: pair('Who spoke', 'من تحدث'),
  aboutWhat: pair('About what', 'في أي موضوع'),
  throughWhom: pair('Through which outlets', 'عبر أي وسيلة إعلام'),
  all: pair('All', 'الكل'),
  showAll: pair('Show all', 'عرض الكل'),
  // Counts
  countStatements: counted(
    { one: '# statement', other: '# statements' },
    {
      zero: 'لا تصريحات',
      one: 'تصريح واحد',
      two: 'تصريحان',
      few: '# تصريحات',
      many: '# تصريحا',
      other: '# تصريح',
    },
  ),
  countSources: counted(
    { one: '# source', other: '# sources' },
    {
      zero: 'لا مصادر',
      one: 'مصدر واحد',
      two: 'مصدران',
      few: '# مصادر',
      many: '# مصدرا',
      other: '# مصدر',
    },
  ),
  inSources: counted(
    { one: 'in # source', other: 'in # sources' },
    {
      zero: 'بلا مصادر',
      one: 'في مصدر واحد',
      two: 'في مصدرين',
      few: 'في # مصادر',
      many: 'في # مصدرا',
      other: 'في # مصدر',
    },
  ),
  countRenditions: counted(
    { one: '# rendition', other: '# renditions' },
    {
      zero: 'لا صياغات',
      one: 'صياغة واحدة',
      two: 'صياغتان',
      few: '# صياغات',
      many: '# صياغة',
      other: '# صياغة',
    },
  ),
  countClaims: counted(
    { one: '# claim', other: '# claims' },
    {
      zero: 'لا روايات',
      one: 'رواية واحدة',
      two: 'روايتان',
      few: '# روايات',
      many: '# رواية',
      other: '# رواية',
    },
  ),
  countParagraphs: counted(
    { one: '# paragraph', other: '# paragraphs' },
    {
      zero: 'لا فقرات',
      one: 'فقرة واحدة',
      two: 'فقرتان',
      few: '# فقرات',
      many: '# فقرة',
      other: '# فقرة',
    },
  ),
  countAttributes: counted(
    { one: '# point', other: '# points' },
    {
      zero: 'لا نقاط',
      one: 'نقطة واحدة',
      two: 'نقطتان',
      few: '# نقاط',
      many: '# نقطة',
      other: '# نقطة',
    },
  ),
  countRecords: counted(
    { one: '# record', other: '# records' },
    {
      zero: 'لا سجلات',
      one: 'سجل واحد',
      two: 'سجلان',
      few: '# سجلات',
      many: '# سجلا',
      other: '# سجل',
    },
  ),
  countRows: counted(
    { one: '# row', other: '# rows' },
    {
      zero: 'لا صفوف',
      one: 'صف واحد',
      two: 'صفان',
      few: '# صفوف',
      many: '# صفا',
      other: '# صف',
    },
  ),
  countValues: counted(
    { one: '# value', other: '# values' },
    {
      zero: 'لا قيم',
      one: 'قيمة واحدة',
      two: 'قيمتان',
      few: '# قيم',
      many: '# قيمة',
      other: '# قيمة',
    },
  ),
  countResults: counted(
    { one: '# result', other: '# results' },
    {
      zero: 'لا نتائج',
      one: 'نتيجة واحدة',
      two: 'نتيجتان',
      few: '# نتائج',
      many: '# نتيجة',
      other: '# نتيجة',
    },
  ),
  // Lists
  filters: pair('Filters', 'التصفية'),
  filtersChosen: pair('Chosen filters', 'عوامل التصفية المختارة'),
  removeFilter: pair(
    (name: string) => `Remove filter: ${name}`,
    (name: string) => `أزل عامل التصفية: ${name}`,
  ),
  removeAll: pair('Remove all', 'أزل الكل'),
  not: pair('not', 'ليس'),
  sortBy: pair('Sort by', 'رتب حسب'),
  nextPage: pair('Next page', 'الصفحة التالية'),
  firstPage: pair('First page', 'الصفحة الأولى'),
  pages: pair('Pages', 'الصفحات'),
  moreValues: pair('All values', 'كل القيم'),
  moreHere: counted(
    { one: '# more', other: '# more' },
    {
      one: 'واحد آخر',
      two: 'اثنان آخران',
      few: '# أخرى',
      many: '# أخرى',
      other: '# أخرى',
    },
  ),
  nothingFound: pair('Nothing matches.', 'لا نتائج مطابقة.'),
  takeAway: pair(
    'Take a filter away, or search in other words.',
    'أزل أحد عوامل التصفية أو ابحث بكلمات أخرى.',
  ),
  onlyThese: pair('Show only', 'اعرض فقط'),
  differing: pair('Worded differently', 'مختلفة الألفاظ'),
  twoSources: pair('In two sources or more', 'في مصدرين أو أكثر'),
  figuresOfStatements: pair(
    'The figures count statements, each once however many renditions it has.',
    'الأعداد هنا أعداد تصريحات، يُعد كل منها مرة واحدة مهما تعددت صياغاته.',
  ),
  figuresOfRenditions: pair('The figures count renditions.', 'الأعداد هنا أعداد صياغات.'),
  seeStatements: pair('See the statements', 'اعرض التصريحات'),
  seeRenditions: pair('See the renditions', 'اعرض الصياغات'),
  countStatementsInstead: pair('Count statements', 'عُدّ التصريحات'),
  countRenditionsInstead: pair('Count renditions', 'عُدّ الصياغات'),
  howItQuotesWhom: pair('How it quotes each speaker', 'كيف تقتبس من كل متحدث'),
  otherFormats: pair('This page as', 'هذه الصفحة بصيغة'),
  // A statement
  statement: pair('Statement', 'تصريح'),
  rendition: pair('Rendition', 'صياغة'),
  saidOn: pair('When', 'متى'),
  undated: pair('No date is given', 'لم يُذكر تاريخ'),
  addressees: pair('To whom', 'لمن'),
  about: pair('About', 'عن'),
  mentions: pair('Mentions', 'يذكر'),
  compare: pair('Compare', 'قارن'),
  compareRenditions: pair('How each source rendered it', 'كيف نقله كل مصدر'),
  comparison: pair('Comparison', 'مقارنة'),
  wordByWord: pair('Word by word', 'كلمة بكلمة'),
  comparedWith: pair('Compared with', 'بالمقارنة مع'),
  compareWithThis: pair('Compare all with this one', 'قارن الكل بهذه'),
  editorsNote: pair('Note', 'ملاحظة'),
  excerpt: pair('From the passage', 'من المقطع'),
  quotesNothing: pair('It quotes no words.', 'لا يقتبس أي كلمات.'),
  sameWords: pair('The same words.', 'الكلمات نفسها.'),
  credits: pair('crediting', 'نقلا عن'),
  unstated: pair('No publisher is named', 'لم يُذكر الناشر'),
  unstatedSources: pair('sources that name no publisher', 'مصادر لا تذكر ناشرها'),
  verb: pair('verb', 'الفعل'),
  paragraphOf: pair(
    (at: string, of: string) => `Paragraph ${at} of ${of}`,
    (at: string, of: string) => `الفقرة ${at} من ${of}`,
  ),
  paragraph: pair(
    (at: string) => `Paragraph ${at}`,
    (at: string) => `الفقرة ${at}`,
  ),
  inParagraph: pair(
    (at: string) => `paragraph ${at}`,
    (at: string) => `الفقرة ${at}`,
  ),
  permalink: pair('Permalink', 'رابط دائم'),
  readThere: pair('Read it at the source', 'اقرأه في مصدره'),
  ownWords: pair('words of this source alone', 'كلمات هذا المصدر وحده'),
  sharedWords: pair('shared by some', 'يشترك فيها بعض المصادر'),
  coreWords: pair('unmarked: in all that quote', 'بلا علامة: عند كل من اقتبس'),
  commonCore: pair('What all share', 'ما يشترك فيه الجميع'),
  similarity: pair(
    (figure: string) => `${figure} alike`,
    (figure: string) => `تشابه ${figure}`,
  ),
  similarityRange: pair(
    (low: string, high: string) => `${low} to ${high} alike`,
    (low: string, high: string) => `تشابه من ${low} إلى ${high}`,
  ),
  adds: pair('adds', 'يضيف'),
  drops: pair('drops', 'يحذف'),
  replaces: pair('replaces', 'بدل'),
  by: pair('by', 'جاء'),
  spells: pair('replaces the spelling', 'بدل الرسم'),
  otherForm: pair('replaces the form', 'بدل الصيغة'),
  own: pair('own', 'خاصة'),
  shared: pair('shared', 'مشتركة'),
  embedThis: pair('Embed this quotation', 'ضمّن هذا الاقتباس'),
  embedHow: pair('Put this into the HTML of your page:', 'انسخ هذا النص إلى شيفرة HTML في صفحتك:'),
  embedPreview: pair('Preview', 'معاينة'),
  copy: pair('Copy', 'انسخ'),
  copied: pair('Copied', 'نُسخ'),
  allRenditions: pair('All renditions of this statement', 'كل صياغات هذا التصريح'),
  source: pair('Source', 'المصدر'),
  mode: pair('Mode', 'طريقة النقل'),
  // Things
  name: pair('Name', 'الاسم'),
  organization: pair('Organization', 'الجهة'),
  aliases: pair('Also called', 'يُعرف أيضا بـ'),
  inShort: pair('About', 'نبذة'),
  kind: pair('Kind', 'النوع'),
  roles: pair('Roles', 'المناصب'),
  country: pair('Country', 'البلد'),
  wikidata: pair('Wikidata', 'ويكي بيانات'),
  since: pair('since', 'منذ'),
  until: pair('until', 'حتى'),
  within: pair('Within', 'ضمن'),
  coordinates: pair('Coordinates', 'الإحداثيات'),
  broader: pair('Part of', 'يندرج تحت'),
  narrower: pair('Includes', 'يشمل'),
  speakerOf: pair('Statements made', 'تصريحات صادرة'),
  addresseeOf: pair('Statements to them', 'تصريحات موجهة'),
  mentionedIn: pair('Mentioned in statements', 'تصريحات يرد فيها الاسم'),
  madeThere: pair('Statements made there', 'تصريحات قيلت هناك'),
  mentionIt: pair('Mentioned in statements', 'تصريحات يرد فيها الاسم'),
  carried: pair('Statements carried', 'تصريحات نقلتها'),
  profile: pair('Profile', 'ملف'),
  profileOf: pair(
    (name: string) => `What ${name} carried and left out`,
    (name: string) => `ما نقلته ${name} وما أغفلته`,
  ),
  asOrganization: pair('As an organization', 'بوصفها جهة'),
  published: pair('Published', 'نُشرت فيها'),
  credited: pair('Credited', 'نُسبت إليها'),
  // Outlet profile
  exclusive: pair('only here', 'فيها وحدها'),
  carriedToo: pair('here and elsewhere', 'فيها وفي غيرها'),
  leftOut: pair('left out, though two sources or more report it', 'أغفلتها ونقلها مصدران أو أكثر'),
  leftOutShort: pair('left out', 'أغفلتها'),
  notCarried: pair('not carried; one source elsewhere reports it', 'لم تنقلها، ونقلها مصدر واحد غيرها'),
  ofAll: pair('all', 'الكل'),
  bySpeaker: pair('By speaker', 'حسب المتحدث'),
  byTopic: pair('By topic', 'حسب الموضوع'),
  howItQuotes: pair('How it quotes', 'كيف تقتبس'),
  share: pair('Share', 'الحصة'),
  speaker: pair('Speaker', 'المتحدث'),
  topic: pair('Topic', 'الموضوع'),
  outlet: pair('Outlet', 'وسيلة الإعلام'),
  // Events
  parts: pair('Its parts in time', 'الأجزاء بترتيبها الزمني'),
  partOf: pair('Part of', 'جزء من'),
  participants: pair('Who took part', 'المشاركون'),
  person: pair('Person', 'الشخص'),
  delegation: pair('Delegation', 'الوفد'),
  role: pair('Role', 'الدور'),
  place: pair('Place', 'المكان'),
  madeAtIt: pair('Statements made at it', 'تصريحات قيلت خلاله'),
  whatSourcesSay: pair('What sources say of it', 'ما ترويه المصادر'),
  allClaims: pair('All claims', 'كل الروايات'),
  event: pair('Event', 'الحدث'),
  // Discrepancies and claims
  what: pair('What', 'المسألة'),
  value: pair('Value', 'القيمة'),
  saysWho: pair('Says who', 'من يقول ذلك'),
  attributedTo: pair('according to', 'بحسب'),
  accordingTo: pair('According to', 'بحسب'),
  creditedOutlet: pair('Credited outlet', 'المنقول عنه'),
  ownVoice: pair('in its own voice', 'على لسان المصدر'),
  canMean: pair('Can mean', 'قد يعني'),
  relations: pair('How the values go together', 'العلاقة بين القيم'),
  status: pair('Agreement', 'مدى الاتفاق'),
  claim: pair('Claim', 'رواية'),
  otherClaims: pair('Compare with other sources', 'قارن بالمصادر الأخرى'),
  // Source
  file: pair('File', 'الملف'),
  language: pair('Language', 'اللغة'),
  withoutText: pair('known without its text: nothing here is proven', 'معروف بلا نصه: لا شيء هنا مثبت'),
  publishedOn: pair('Published', 'تاريخ النشر'),
  dateline: pair('Dateline', 'سطر المكان والتاريخ'),
  address: pair('Address', 'العنوان'),
  mapOf: pair('Map of the article', 'خريطة المقال'),
  mapNote: pair(
    'Each row is a paragraph, each bar a passage that reports a statement, at its place.',
    'كل صف فقرة، وكل شريط مقطع ينقل تصريحا، في موضعه.',
  ),
  nothingHere: pair('no statement', 'لا تصريح'),
  claimsHere: pair('What it says of the events', 'ما يرويه عن الأحداث'),
  // Changes, dataset, search
  changed: pair('What changed', 'ما تغير'),
  when: pair('When', 'متى'),
  collection: pair('Collection', 'المجموعة'),
  record: pair('Record', 'السجل'),
  change: pair('Change', 'التغيير'),
  version: pair('Version', 'الإصدار'),
  loaded: pair('Loaded', 'حُمّلت'),
  licence: pair('Licence', 'الرخصة'),
  downloads: pair('Downloads', 'التنزيلات'),
  records: pair(
    'Every record as the ingest reads it, one JSON object a line.',
    'كل السجلات كما تُقرأ عند التحميل، كائن JSON في كل سطر.',
  ),
  database: pair(
    'The SQLite database: the records as tables, and the answers that are served.',
    'قاعدة بيانات SQLite: السجلات جداول، ومعها الأجوبة كما تُقدَّم.',
  ),
  facts: pair('Facts CC0', 'الحقائق CC0'),
  resultsFor: pair(
    (words: string) => `Results for ${words}`,
    (words: string) => `نتائج البحث عن ${words}`,
  ),
  inStatements: pair('Only in statements, with filters', 'في التصريحات وحدها، مع التصفية'),
  everywhere: pair('Everywhere: names, topics, claims', 'في كل شيء: الأسماء والموضوعات والروايات'),
  // Errors
  questionMark: pair('?', '؟'),
  didYouMean: pair('Did you mean', 'هل تقصد'),
  wayOut: pair('What to do', 'ما العمل'),
  toHome: pair('To the home page', 'إلى الصفحة الرئيسية'),
  possible: pair('What is possible', 'القيم الممكنة'),
  requestId: pair('Request', 'رقم الطلب'),
} as const;

type Table = typeof table;

/** The texts of one language. */
export type Strings = { readonly [Key in keyof Table]: Table[Key][Language] };

const stringsOf = (language: Language): Strings =>
  Object.fromEntries(Object.entries(table).map(([key, texts]) => [key, texts[language]])) as Strings;

export const strings: Pair<Strings> = { en: stringsOf('en'), ar: stringsOf('ar') };
