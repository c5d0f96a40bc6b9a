// Popolo's speeches as statements: each is one statement, with the whole speech as its quotation.
import path from 'node:path';
import { entityOf, namedIn, sourceOf } from '../entities.ts';
import { type Importing, LeftOut } from '../importing.ts';
import type { Statements } from '../statements.ts';
import { dateFrom, oneLine } from '../texts.ts';
import { type Fields, objectsAt, textAt } from './json-values.ts';
import { recordOf } from './popolo-entities.ts';

/** Parts of a record of proceedings that nobody says. */
const unspoken = new Set(['scene', 'narrative', 'summary', 'other']);

export function importSpeech(
  speech: Fields,
  line: number,
  file: string,
  statements: Statements,
  importing: Importing,
): void {
  const type = textAt(speech, 'type') ?? 'speech';
  if (unspoken.has(type)) {
    importing.tally.leaveOut(`speeches of type '${type}'`, 'nobody says them');
    return;
  }
  const text = textAt(speech, 'text');
  if (text === null) throw new LeftOut("has no 'text'");
  const language = importing.language(line);
  const speaker = speakerOf(speech, language, line, importing);
  if (speaker === null) throw new LeftOut('names no speaker');
  const source = speechSource(speech, language, file, line, importing);
  if (source === null) throw new LeftOut('has no source that can be recorded');
  const title = textAt(speech, 'title');
  statements.addSpeech(
    {
      speaker,
      addressee: agentAt(speech, 'audience_id', importing),
      saidOn: dateFrom(
        textAt(speech, 'date') ?? textAt(speech, 'start_date') ?? '',
        importing.settings.dates,
      ),
      event: recordOf(importing, 'events', speech['event_id']),
      source,
      language,
      quotes: [{ text: oneLine(text) }],
      note: title === null ? null : { [language]: title },
    },
    line,
  );
}

const agentAt = (speech: Fields, field: string, importing: Importing): string | null =>
  recordOf(importing, 'persons', speech[field]) ?? recordOf(importing, 'organizations', speech[field]);

/** Who is recorded as its creator; else whoever the words are attributed to, by name. */
function speakerOf(speech: Fields, language: string, line: number, importing: Importing): string | null {
  const creator = agentAt(speech, 'creator_id', importing);
  if (creator !== null) return creator;
  const name = textAt(speech, 'attribution_text') ?? textAt(speech, 'speaker');
  return name === null ? null : (entityOf(importing, 'person', namedIn(language, name), line)?.id ?? null);
}

/** The first source that a speech names, else the file. */
function speechSource(
  speech: Fields,
  language: string,
  file: string,
  line: number,
  importing: Importing,
): string | null {
  const [first] = objectsAt(speech, 'sources');
  const url = first === undefined ? null : textAt(first, 'url');
  const note = first === undefined ? null : textAt(first, 'note');
  if (url === null && note === null)
    importing.tally.note('a speech names no source: the file itself is its source');
  const name = note ?? (url === null ? path.basename(file) : null);
  const names = name === null ? {} : { [language]: name };
  return sourceOf(importing, { id: null, names, url, outlet: null, publishedOn: null, language }, line);
}
