// Makes the forms of Arabic speech verbs from the lexicon: past, present, participle and verbal noun, with clitics.
import { z } from 'zod';
import { readLexicon } from '../lexicons.ts';
import { formOf } from '../tokens.ts';

const verbSchema = z.strictObject({
  past: z.string(),
  present: z.string().optional(),
  active: z.string().optional(),
  noun: z.string().optional(),
  takes: z.array(z.string()).default([]),
  strict: z.boolean().default(false),
  words: z.literal('only').optional(),
  an: z.literal('only').optional(),
  close: z.boolean().default(false),
  weak: z.boolean().default(false),
  person: z.string().optional(),
  relay: z.boolean().default(false),
  addressed: z.boolean().default(false),
  informed: z.string().optional(),
  act: z.boolean().default(false),
  'active-is-noun': z.boolean().default(false),
  'participle-only': z.boolean().default(false),
  'only-past': z.boolean().default(false),
  'only-verb': z.boolean().default(false),
});

export type Verb = z.infer<typeof verbSchema> & { lemma: string };

/** `feminine` also covers plurals of things; `number` is 'many' for duals and plurals. */
export type Form = {
  verb: Verb;
  tense: 'past' | 'present' | 'participle' | 'noun';
  gender: 'm' | 'f' | null;
  many: boolean;
  /** With an object pronoun: ما أكده. It needs ما, كما or a relative pronoun before it. */
  bound?: true;
  /** With a pronoun for the one spoken to: طالبهم, أبلغته. */
  addressed?: true;
};

const VOWELS = /[\u064b-\u0652]/g;

/** All forms by normalised spelling. A spelling that several verbs share lists each. */
export const verbForms: ReadonlyMap<string, readonly Form[]> = build();

function build(): Map<string, Form[]> {
  const forms = new Map<string, Form[]>();
  for (const entry of readLexicon('arabic-verbs', z.array(verbSchema))) {
    const verb = { ...entry, lemma: entry.past.replace(/[\u064b-\u0650\u0652]/g, '') };
    for (const [spelling, form] of formsOf(verb)) {
      const key = formOf(spelling);
      const known = forms.get(key);
      if (known === undefined) forms.set(key, [form]);
      else if (
        !known.some(
          (other) => other.verb === verb && other.tense === form.tense && other.bound === form.bound,
        )
      )
        known.push(form);
    }
  }
  return forms;
}

function* formsOf(verb: Verb): Generator<[string, Form]> {
  if (!verb['participle-only']) {
    yield* past(verb);
    if (!verb['only-past']) yield* present(verb);
  }
  if (verb.addressed) yield* addressed(verb);
  if (verb.active !== undefined) yield* participle(verb, verb.active);
  if (verb.noun !== undefined && !verb['only-verb']) yield* noun(verb, verb.noun);
}

function* past(verb: Verb): Generator<[string, Form]> {
  const full = verb.past.replace(VOWELS, '');
  const weak = /[اى]$/.test(full);
  const stem = weak ? full.slice(0, -1) : full;
  const dual = full.endsWith('ى') ? `${stem}ي` : full.endsWith('ا') ? `${stem}و` : full;
  const make = (gender: 'm' | 'f', many: boolean): Form => ({ verb, tense: 'past', gender, many });
  yield [full, make('m', false)];
  yield [`${stem}ت`, make('f', false)];
  yield [`${stem}وا`, make('m', true)];
  if (!/^.ا..$/.test(full)) yield [`${dual}ا`, make('m', true)];
  yield [`${stem}تا`, make('f', true)];
  if (!weak && !full.endsWith('ن')) yield [`${full}ه`, { ...make('m', false), bound: true }];
  if (!weak && !full.endsWith('ن')) yield [`${full}ها`, { ...make('m', false), bound: true }];
  if (!weak) yield [`${full}ته`, { ...make('f', false), bound: true }];
}

function* present(verb: Verb): Generator<[string, Form]> {
  if (verb.present === undefined) return;
  const body = verb.present.replace(VOWELS, '').slice(1);
  const weak = /[ويى]$/.test(body);
  const stem = weak ? body.slice(0, -1) : body;
  const make = (gender: 'm' | 'f', many: boolean): Form => ({ verb, tense: 'present', gender, many });
  yield [`ي${body}`, make('m', false)];
  yield [`ت${body}`, make('f', false)];
  yield [`ي${stem}ون`, make('m', true)];
  yield [`ي${body.replace(/ى$/, 'ي')}ان`, make('m', true)];
  yield [`ت${body.replace(/ى$/, 'ي')}ان`, make('f', true)];
}

/** دعاه, طالبته, ناشدوهم, يتهمها: the finite forms with a pronoun. */
function* addressed(verb: Verb): Generator<[string, Form]> {
  const finite = [...past(verb), ...present(verb)].filter(([, form]) => form.bound === undefined);
  for (const [spelling, form] of finite) {
    if (/تا$|ان$|وا$/.test(spelling)) continue; // دعوه would be دعوة, a noun
    const stem = spelling.replace(/ى$/, 'ا');
    for (const pronoun of ['ه', 'ها', 'هم', 'هما', 'ني'])
      yield [stem + pronoun, { ...form, addressed: true }];
  }
}

function* participle(verb: Verb, active: string): Generator<[string, Form]> {
  const make = (gender: 'm' | 'f' | null, many: boolean): Form => ({
    verb,
    tense: 'participle',
    gender,
    many,
  });
  const stem = active.endsWith('ي') ? active.slice(0, -1) : active;
  yield [`${active}ا`, make('m', false)];
  if (verb['active-is-noun']) return;
  yield [`${active}ة`, make('f', false)];
  yield [`${stem}ين`, make('m', true)];
  yield [`${active}تين`, make('f', true)];
}

function* noun(verb: Verb, base: string): Generator<[string, Form]> {
  const bare = base.replace(VOWELS, '');
  const bound = bare.endsWith('ة') ? `${bare.slice(0, -1)}ت` : bare;
  for (const [ending, gender, many] of [
    ['ه', 'm', false],
    ['ها', 'f', false],
    ['هم', 'm', true],
    ['هما', 'm', true],
  ] as const)
    yield [bound + ending, { verb, tense: 'noun', gender, many }];
  yield [`ال${bare}`, { verb, tense: 'noun', gender: null, many: false }];
}
