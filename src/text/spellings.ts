/**
 * Arabic words that are written in several ways: the one list of them, for search, names and comparison.
 *
 * A line holds one word in its dictionary form, the spelling that stands for all of them first. Conjunctions, prepositions, the
 * article and endings are recognised around each (وبالأميركيين); a word in ة stands for its forms with ت, too (مائتين).
 * Differences that every word can have (hamza on alef, ى and ي, ة and ه, vowel marks) are no business of this list:
 * `letters.ts` has them. Two words of similar meaning (تلفاز, تلفزيون) are not two spellings.
 */

/** One word a line. */
export const SPELLINGS = `
  أوروبا أوربا أروبا
  أوروبي أوربي أروبي
  أمريكا أميركا أمركا
  أمريكي أميركي أمركي
  إنجليز إنكليز
  إنجليزي إنكليزي
  إنجلترا إنكلترا
  أوكرانيا أكرانيا
  أوكراني أكراني
  أستراليا أوستراليا
  بريطانيا برطانيا
  فيتنام فييتنام
  كازاخستان كازخستان
  أوزبكستان أوزباكستان
  إسطنبول استنبول استانبول
  واشنطن واشنطون واشنجطن واشنجطون
  هلسنكي هيلسنكي هلسينكي هيلسينكي
  جنيف جينيف
  بنتاغون بنتاجون
  غازبروم جازبروم
  غوغل جوجل قوقل
  تيليغرام تلغرام تليغرام تيليجرام تلجرام تليجرام
  فيسبوك فايسبوك
  إنترنت إنترنيت
  ترامب ترمب
  زيلينسكي زيلنسكي زلينسكي زيلينيسكي
  نتنياهو نتانياهو
  بيسكوف بسكوف
  تلفزيون تليفزيون
  تلفزيوني تليفزيوني
  تلفون تليفون
  دبلوماسي ديبلوماسي
  دبلوماسية ديبلوماسية
  ديمقراطي ديموقراطي
  ديمقراطية ديموقراطية
  استراتيجي ستراتيجي
  استراتيجية ستراتيجية
  برلمان بارلمان
  صحفي صحافي
  موسيقى موسيقا
  شيء شئ
  مئة مائة
  ثلاثمئة ثلاثمائة
  أربعمئة أربعمائة
  خمسمئة خمسمائة
  ستمئة ستمائة
  سبعمئة سبعمائة
  ثمانمئة ثمانمائة ثمانيمئة ثمانيمائة
  تسعمئة تسعمائة
  مئوي مائوي`;

/**
 * The same for words that mean something else behind an article or before an ending: السورية is Syrian, سورية is Syria, too.
 */
export const SPELLINGS_WITHOUT_ARTICLE = `
  سوريا سورية`;

/** Letters that are written in two ways inside any word: مسؤول مسئول, شؤون شئون. */
export const SPELLINGS_OF_LETTERS = `
  ؤو ئو`;
