/** Asserts stems: Lucene's published pairs, what goes beyond them, and the words that no rule may cut into. */
import t from 'tap';
import { askedStems } from '../../src/text/arabic-forms.ts';
import { normalise } from '../../src/text/normalise.ts';
import { stem } from '../../src/text/stem.ts';

/** A stem, and the words that have it. */
type Row = readonly [stem: string, words: string];

/** Facts from Lucene's tests of its Arabic normaliser, stemmer and analyser. */
const LUCENE: readonly Row[] = [
  ['حسن', 'الحسن والحسن بالحسن كالحسن فالحسن وحسن'],
  ['اخر', 'للاخر'],
  ['زوج', 'زوجها'],
  ['ساهد', 'ساهدان ساهدات ساهدون ساهدين ساهديه ساهدية ساهده ساهدة ساهدي وساهدون ساهدهات'],
  ['الو', 'الو'],
  ['كبير', 'كبيرة كبير'],
  ['مشروب', 'مشروبات مشروب'],
  ['امريك', 'أمريكيين امريكي'],
  ['كتاب', 'الكتاب كتاب'],
  ['1234', '١٢٣٤'],
  ['محمد', 'مُحَمَّد محمد'],
  ['روبرت', 'روبرـــــت روبرت'],
];

const BEYOND: readonly Row[] = [
  ['رئيس', 'رئيسهم رئيسهما رئيسكم رئيسنا رئيسا وبالرئيس وللرئيس فللرئيس'],
  ['محادث', 'محادثات محادثاته محادثاتهما محادثاتي ومحادثاتنا'],
  ['علاق', 'علاقة علاقته علاقتهما علاقتين علاقتان العلاقات'],
  ['اهم', 'أهمية أهميته أهميتها'],
  ['مستو', 'مستوى مستواها مستوياتها المستويات'],
  ['لقاء', 'لقاء لقائه لقاؤه لقاءات للقاء واللقاءات'],
  ['امريك', 'الأميركيين الأميركية الأمريكي'],
];

const LISTED: readonly Row[] = [
  ['وزير', 'وزير والوزير ووزير للوزير وزيرها الوزيرين وزراء وزرائهم ولوزير'],
  ['وزاره', 'وزارة والوزارة وزارات وزارته وزاري الوزارية'],
  ['واشنطن', 'واشنطن وواشنطن لواشنطن'],
  ['اعلان', 'إعلان الإعلان إعلانات إعلانه وإعلان'],
  ['علي', 'على عليه عليها وعليهم'],
  ['الي', 'إلى إليها إليهم الى'],
  ['في', 'في وفي فيها'],
  ['بيان', 'بيان البيان بيانات ببيان بيانها'],
  ['قمه', 'قمة القمة للقمة قمتهم قمتان القمم قمم'],
  ['بوتين', 'بوتين لبوتين وبوتين'],
  ['الله', 'الله والله بالله'],
  ['اسير', 'الأسرى أسراهم'],
  ['سنه', 'سنة سنوات السنة سنتين'],
  ['الاسكا', 'آلاسكا ألاسكا بألاسكا وألاسكا'],
];

const OTHER_SCRIPTS: readonly Row[] = [
  ['negoti', 'negotiation negotiations negotiated negotiating'],
  ['sanction', 'sanction sanctions sanctioned Sanctions'],
  ['путин', 'Путин Путина Путину Путиным Путине'],
  ['f35', 'F35'],
  ['מוסקבה', 'מוסקבה'],
];

for (const [name, rows] of Object.entries({ LUCENE, BEYOND, LISTED, OTHER_SCRIPTS })) {
  t.test(name, async (t) => {
    for (const [expected, list] of rows)
      for (const word of list.split(' ')) t.equal(stem(normalise(word)), expected, `${word} → ${expected}`);
  });
}

t.test('pairs that must stay apart', async (t) => {
  for (const pair of ['سلام سلامة', 'دولة دولي', 'سنة سني', 'روسيا روسي', 'فعلي على', 'ثناء ثنائي']) {
    const [one = '', other = ''] = pair.split(' ').map(normalise);
    t.not(stem(one), stem(other), pair);
  }
});

t.test('words of any length, and none', async (t) => {
  t.equal(stem(''), '');
  t.equal(stem('ا'), 'ا');
  t.equal(stem('a'.repeat(100)), 'a'.repeat(100));
});

t.test('what is asked for besides a word itself', async (t) => {
  t.ok(askedStems('رئيس').includes(stem('لرئيس')), 'the word with a preposition before it');
  t.ok(askedStems('لرئيس').includes('رئيس'), 'the word without one');
  t.ok(askedStems('لرئيس').includes(stem('برئيس')), 'or with another');
  t.ok(askedStems('فرضيه').includes(stem('رضيه')), 'unless there is an article before it');
  t.ok(askedStems('بحرب').includes('حرب'), 'three letters are enough of a listed word');
  t.notOk(askedStems('كامل').includes('امل'), 'but not of others');
  t.notOk(askedStems('بطاقه').includes('طاقه'), 'a listed word keeps its first letter');
  t.notOk(askedStems('عيد').includes('بعيد'), 'no form that is a listed word of its own');
  t.notOk(askedStems('الفرضيه').includes(stem('رضيه')), 'no preposition follows an article');
  t.same(askedStems('علي'), ['علي'], 'nothing is written before a preposition');
  t.notOk(askedStems('فعلي').includes('علي'));
  t.notOk(askedStems('فعليه').includes('علي'));
  t.same(askedStems('رد'), ['رد'], 'too short to have letters before it');
});
