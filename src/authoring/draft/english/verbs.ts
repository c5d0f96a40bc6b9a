// Makes the forms of English speech verbs from the lexicon.
import { z } from 'zod';
import { readLexicon } from '../lexicons.ts';

const verbSchema = z.strictObject({
  verb: z.string(),
  forms: z.array(z.string()).optional(),
  takes: z.array(z.string()),
  person: z.boolean().default(false),
  report: z.boolean().default(false),
  praise: z.boolean().default(false),
  'quote-near': z.boolean().default(false),
  'object-quote': z.boolean().default(false),
});

export type Verb = z.infer<typeof verbSchema>;

export type Form = { verb: Verb; ing: boolean; base: boolean; past: boolean };

/** The form by its spelling in lower case. */
export const verbForms: ReadonlyMap<string, Form> = build();

function build(): Map<string, Form> {
  const forms = new Map<string, Form>();
  for (const verb of readLexicon('english-verbs', z.array(verbSchema)))
    for (const spelling of [verb.verb, ...(verb.forms ?? regular(verb.verb))])
      forms.set(spelling, {
        verb,
        ing: spelling !== verb.verb && spelling.endsWith('ing'),
        base: spelling === verb.verb,
        past: spelling !== verb.verb && !spelling.endsWith('ing') && !spelling.endsWith('s'),
      });
  return forms;
}

function regular(base: string): string[] {
  if (base.endsWith('e')) return [`${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  const third = /(?:s|sh|ch|x|z)$/.test(base) ? `${base}es` : `${base}s`;
  return [third, `${base}ed`, `${base}ing`];
}
