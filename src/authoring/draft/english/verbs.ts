// Makes the forms of English speech verbs from the lexicon.
import { z } from 'zod';
import { readLexicon } from '../lexicons.ts';

const verbSchema = z.strictObject({
  verb: z.string(),
  forms: z.array(z.string()).optional(),
  takes: z.array(z.string()),
  particle: z.string().optional(),
  person: z.boolean().default(false),
  noun: z.boolean().default(false),
  report: z.boolean().default(false),
  praise: z.boolean().default(false),
  'quote-near': z.boolean().default(false),
  'object-quote': z.boolean().default(false),
});

export type Verb = z.infer<typeof verbSchema>;

export type Form = { verb: Verb; ing: boolean; base: boolean; past: boolean };

/** The form by its spelling in lower case. */
export const verbForms: ReadonlyMap<string, Form> = build();

/** The verbs whose subject is a document or a study as often as a person. */
export const documentVerbs: ReadonlySet<string> = new Set(
  [...verbForms.values()].flatMap(({ verb }) => (verb.report ? [verb.verb] : [])),
);

function build(): Map<string, Form> {
  const forms = new Map<string, Form>();
  for (const verb of readLexicon('english-verbs', z.array(verbSchema)))
    for (const spelling of [verb.verb, ...(verb.forms ?? regular(verb.verb))])
      forms.set(spelling, {
        verb,
        ing: spelling !== verb.verb && spelling.endsWith('ing'),
        base: spelling === verb.verb && !isPast(verb, spelling),
        past:
          (spelling !== verb.verb || isPast(verb, spelling)) &&
          !spelling.endsWith('ing') &&
          !spelling.endsWith('s'),
      });
  return forms;
}

/** put, read: the past has the spelling of the base form, so that the lexicon lists it among the forms. */
function isPast({ verb, forms }: Verb, spelling: string): boolean {
  return spelling === verb && forms?.includes(spelling) === true;
}

/** The dictionary form with its particle: say, point out. */
export function lemmaOf({ verb }: Form): string {
  return verb.particle === undefined ? verb.verb : `${verb.verb} ${verb.particle}`;
}

/** Whether a verb takes one of these complements. */
export function takes({ verb }: Form, ...kinds: string[]): boolean {
  return kinds.some((kind) => verb.takes.includes(kind));
}

function regular(base: string): string[] {
  if (base.endsWith('e')) return [`${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  const third = /(?:s|sh|ch|x|z)$/.test(base) ? `${base}es` : `${base}s`;
  return [third, `${base}ed`, `${base}ing`];
}
