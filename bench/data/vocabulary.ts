// The words of generated texts: 3,000 in each language, built by rule, and some Arabic words of known frequency.
import { Random } from './random.ts';

const wordCount = 3000;

/**
 * Arabic words whose share of all statements is set. They have letters that the built words lack (س, ه), so that no
 * other word has their stem.
 */
export const knownWords = {
  /** In 61 % of all statements: what a list of stop words would hold. */
  broad: { word: 'الرئيس', share: 0.61 },
  /** In 5 % of all statements each. */
  common: [
    ...[
      'السلام',
      'السياسة',
      'السيادة',
      'المساعدة',
      'المستقبل',
      'السفير',
      'الهدنة',
      'الهجوم',
      'المهلة',
      'الجهود',
    ],
    ...['السوق', 'الهدف', 'السلاح', 'الساحل', 'الهواء', 'السكان', 'السجين', 'المسار', 'الهوية', 'الهيئة'],
  ].map((word) => ({ word, share: 0.05 })),
  /** In 0.1 % of all statements. */
  rare: { word: 'الاستفتاء', share: 0.001 },
  /** Two of the common words; in 30 % of the statements with the first the second follows at once. */
  phrase: { first: 'السلام', second: 'المستقبل', share: 0.3 },
} as const;

const consonants = [...'بتجحخدرزشصضطعغفقكلمن'];
const patterns: readonly ((first: string, second: string, third: string) => string)[] = [
  (f, c, l) => `ال${f}${c}ي${l}`,
  (f, c, l) => `م${f}${c}و${l}`,
  (f, c, l) => `${f}ا${c}${l}`,
  (f, c, l) => `الم${f}${c}${l}ة`,
  (f, c, l) => `ت${f}${c}ي${l}`,
  (f, c, l) => `ا${f}ت${c}ا${l}`,
  (f, c, l) => `ال${f}${c}و${l}`,
  (f, c, l) => `ي${f}${c}${l}`,
];

const onsets = ['b', 'c', 'd', 'f', 'gr', 'l', 'm', 'n', 'p', 'pr', 'r', 's', 'st', 't', 'tr', 'v'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou'];
const codas = ['n', 'r', 't', 'l', 'nd', 'st', 'm', 'ct'];

/** A few thousand different Arabic words, most frequent first. */
export const arabicWords: readonly string[] = different(11, (random) => {
  const pattern = random.one(patterns);
  return pattern(random.one(consonants), random.one(consonants), random.one(consonants));
});

/** A few thousand different English-looking words, most frequent first. */
export const englishWords: readonly string[] = different(12, (random) => {
  const syllables = Array.from(
    { length: random.between(1, 2) },
    () => random.one(onsets) + random.one(vowels),
  );
  return `${syllables.join('')}${random.one(onsets)}${random.one(vowels)}${random.one(codas)}`;
});

function different(seed: number, build: (random: Random) => string): string[] {
  const random = new Random(seed);
  const found = new Set<string>();
  while (found.size < wordCount) found.add(build(random));
  return [...found];
}

/** Verbs of saying as they stand in a text, each with its dictionary form. */
export const cues = {
  ar: ['قال', 'أكد', 'أضاف', 'أعلن', 'أوضح', 'شدد', 'ذكر', 'أشار'].flatMap((lemma) => [
    { text: lemma, lemma },
    { text: `و${lemma}`, lemma },
    { text: `${lemma}ت`, lemma },
  ]),
  en: [
    { text: 'said', lemma: 'say' },
    { text: 'stressed', lemma: 'stress' },
    { text: 'added', lemma: 'add' },
    { text: 'announced', lemma: 'announce' },
    { text: 'noted', lemma: 'note' },
    { text: 'saying', lemma: 'say' },
  ],
} as const;
