// Turns the texts of a document into tokens: the number of a form, and the position where it stands.

import type { IndexedText } from '../text/indexed-text.ts';
import type { FormDictionary } from './form-dictionary.ts';
import { positionIn } from './positions.ts';

/** Takes the number of a form and its position. */
export type TakeToken = (form: number, position: number) => void;

/** Takes every token of a document, field by field. A text that comes twice in a field counts once. */
export function tokenize(
  dictionary: FormDictionary,
  { quoted = [], own = [], names = [] }: IndexedText,
  take: TakeToken,
): void {
  const formsOfText = (text: string) => dictionary.formsOfText(text);
  takeTexts(0, quoted, formsOfText, take);
  takeTexts(1, own, formsOfText, take);
  takeTexts(2, names, (name) => dictionary.formsOfName(name), take);
}

/** One place stays empty after each text, so that no phrase reaches into the next one. */
function takeTexts(
  field: number,
  texts: readonly string[],
  formsOf: (text: string) => readonly number[],
  take: TakeToken,
): void {
  let place = 0;
  for (const text of new Set(texts)) {
    for (const form of formsOf(text)) take(form, positionIn(field, place++));
    place++;
  }
}
