/**
 * Recognises a listed Arabic word with the clitics and endings written onto it, so that no rule cuts into the word.
 *
 * The way in which the readings are made (one proclitic, a listed word, one ending, all three compatible) is
 * Buckwalter's (Arabic Morphological Analyzer, LDC2002L49), in small.
 */
import { FORMS_OF, LISTED, PARTICLES } from './arabic-words.ts';
import { normalise } from './normalise.ts';

/** The parts of a word: the length of its proclitics in UTF-16 units, and the listed word that it is a form of. */
export type Reading = { prefix: number; word: string };

const ARTICLES = words('ال وال فال بال كال وبال وكال فبال فكال لل ولل فلل');
/** A single letter is too often the first of a word of its own to be taken off before a short one. */
const PREPOSITIONS = words('ب ل ك ف وب ول وك فب فل فك');
const PREPOSITION_NEEDS = 4;

const PRONOUNS = words('ه ها هم هما هن ك كم كما نا ي');
const PARTICLE_ENDINGS = new Set([...PRONOUNS, '']);
const MASCULINE_ENDINGS = new Set([
  ...words('ا ان ين ون و وا ات ت ه ته تها تهم تنا تان تين يا يه يان يين يون يات'),
  ...PRONOUNS,
  ...PRONOUNS.flatMap((pronoun) => [`ات${pronoun}`, `ي${pronoun}`, `و${pronoun}`]),
  '',
]);
const FEMININE_ENDINGS = new Set([
  ...words('ه ات تان تين تا تي'),
  ...PRONOUNS.flatMap((pronoun) => [`ت${pronoun}`, `ات${pronoun}`, `تي${pronoun}`]),
]);
/** The adjective of relation (وزارة, وزاري). After two letters it is another word: سنة (year), سني (Sunni). */
const RELATION_ENDINGS = new Set(words('ي يا يه يين يون يات'));
const LONGEST_ENDING = 6;

/** Stems that stand for a listed word, by the word; for words in ة by what comes before it. */
const masculine = new Map<string, string>();
const feminine = new Map<string, string>();
const particles = new Map(PARTICLES.map((particle) => [normalise(particle), normalise(particle)]));
for (const word of LISTED) enter(word, normalise(word));
for (const [form, of] of FORMS_OF) enter(form, normalise(of));

function enter(word: string, value: string): void {
  if (word.endsWith('ة')) feminine.set(normalise(word.slice(0, -1)), value);
  else masculine.set(carryHamza(normalise(word)), value);
  // Before a pronoun ى is written ا (أسرى, أسراهم).
  if (word.endsWith('ى')) masculine.set(normalise(`${word.slice(0, -1)}ا`), value);
}

/** A final hamza changes its carrier before a pronoun (لقاء, لقائه, لقاؤه); here it never has one. */
export function carryHamza(word: string): string {
  const last = word.at(-1);
  return last === 'ئ' || last === 'ؤ' ? `${word.slice(0, -1)}ء` : word;
}

/**
 * The reading of a normalised word that takes the fewest letters off a listed one; undefined if there is
 * none. The `word` of the reading is the singular for a listed plural.
 */
export function readListed(word: string): Reading | undefined {
  const known = cache.get(word);
  if (known !== undefined) return known.reading;
  if (cache.size >= maxCached) cache.clear();
  const reading = findReading(word);
  cache.set(word, { reading });
  return reading;
}

/** Bounds the cache of readings: a query reads the same words again and again. It is cleared when it is full. */
const maxCached = 10_000;
const cache = new Map<string, { reading: Reading | undefined }>();

function findReading(word: string): Reading | undefined {
  let best: (Reading & { cost: number }) | undefined;
  for (const [prefix, least] of prefixesOf(word)) {
    const rest = word.slice(prefix);
    for (let cut = 0; cut <= LONGEST_ENDING && rest.length - cut >= 2; cut += 1) {
      const found = lookUp(rest.slice(0, rest.length - cut), rest.slice(rest.length - cut), prefix, least);
      const cost = prefix + cut - (found?.own ?? 0);
      if (found !== undefined && (best === undefined || cost < best.cost))
        best = { prefix, word: found.word, cost };
    }
  }
  return best;
}

/**
 * The listed word that a normalised word is a form of, or the word itself. A listed plural or spelling leads
 * on to its singular, which need not be listed (رؤسائهم, رئيس).
 */
export function headWord(word: string): string {
  const reading = readListed(word);
  return reading === undefined || reading.word === word ? word : headWord(reading.word);
}

/** Whether the normalised word is a listed noun or name as it stands, with an ending or without. */
export function isListed(word: string): boolean {
  const reading = readListed(word);
  return reading?.prefix === 0 && !isParticle(reading.word);
}

/** Whether this is the normalised form of a preposition that nothing can be written before but و. */
export function isParticle(word: string): boolean {
  return particles.has(word);
}

/** A listed word that these two make up; `own` is how many letters of the ending are the word's own. */
function lookUp(base: string, ending: string, prefix: number, least: number) {
  const related = base.length > 2 && RELATION_ENDINGS.has(ending);
  if (base.length + 1 >= least && (related || FEMININE_ENDINGS.has(ending))) {
    const word = feminine.get(base);
    if (word !== undefined) return { word, own: related ? 0 : 1 };
  }
  if (base.length >= least && MASCULINE_ENDINGS.has(ending)) {
    const word = masculine.get(carryHamza(base));
    if (word !== undefined) return { word, own: 0 };
  }
  const particle =
    prefix <= 1 && least === 0 && PARTICLE_ENDINGS.has(ending) ? particles.get(base) : undefined;
  return particle === undefined ? undefined : { word: particle, own: 0 };
}

/** Each beginning of the word that can be proclitics: its length, and the letters that must follow at least. */
function prefixesOf(word: string): [length: number, least: number][] {
  const found: [number, number][] = [[0, 0]];
  if (word.startsWith('و')) found.push([1, 0]);
  for (const each of ARTICLES) if (word.startsWith(each)) found.push([each.length, 0]);
  for (const each of PREPOSITIONS) if (word.startsWith(each)) found.push([each.length, PREPOSITION_NEEDS]);
  return found;
}

function words(list: string): string[] {
  return list.split(' ');
}
