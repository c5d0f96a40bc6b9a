// Reads a text as `draft` does, for the tests of the reading: a line for each utterance.
import { articleOf, type Language } from '../../../src/authoring/draft/article.ts';
import { Names } from '../../../src/authoring/draft/names.ts';
import { readArticle } from '../../../src/authoring/draft/reading.ts';
import { readRecord } from '../../../src/authoring/draft/record.ts';
import { inProject } from '../../../src/project.ts';

const names = new Names(readRecord(inProject('seeds')));

/** Each utterance as `speaker | cue | mode | contents`. */
export function said(text: string, language: Language): string[] {
  return readArticle(articleOf('a.txt', text, language), names).map(({ speaker, cue, mode, contents }) =>
    [
      speaker === null ? 'null' : (speaker.id ?? speaker.name),
      cue?.lemma ?? 'null',
      mode,
      contents.map(({ start, end }) => text.slice(start, end)).join(' ... '),
    ].join(' | '),
  );
}
