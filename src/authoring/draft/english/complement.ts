// What may follow an English speech verb, by its kind.
import type { Form } from './verbs.ts';

export type Complement = {
  kind: 'words' | 'that' | 'clause' | 'wh' | 'to' | 'preposition' | 'object';
  /** First token of the content; for 'words' it may be an opening mark. */
  from: number;
};

export function takes(form: Form, ...kinds: string[]): boolean {
  return kinds.some((kind) => form.verb.takes.includes(kind));
}
