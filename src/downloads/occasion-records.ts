// Reads events and sources back from the truth as the records that they came from.
import type { Prepare } from '../database/prepare.ts';
import { textsByLanguage } from '../database/truth.ts';
import type { RecordOf } from '../ingest/records.ts';
import { formerly, namesOf, rowsOf } from './record-parts.ts';

interface EventRow extends Pick<RecordOf<'event'>, 'id' | 'kind' | 'place'> {
  part_of: string | null;
  started_at: string | null;
  ended_at: string | null;
}

interface ParticipantRow {
  position: number;
  person: string;
  delegation: string | null;
}

export function* eventRecords(prepare: Prepare): Iterable<RecordOf<'event'>> {
  const participants = prepare('SELECT * FROM event_participant WHERE event = ? ORDER BY position');
  const roles = prepare(
    'SELECT language, role FROM event_participant_role WHERE event = ? AND position = ?',
  ).raw();
  for (const { id, kind, part_of, started_at, ended_at, place } of rowsOf<EventRow>(prepare, 'event')) {
    const tookPart = participants.all(id) as ParticipantRow[];
    yield {
      id,
      formerly: formerly(prepare, 'event', id),
      name: namesOf(prepare, 'event', id),
      kind,
      partOf: part_of,
      start: started_at,
      end: ended_at,
      place,
      participants: tookPart.map(({ position, person, delegation }) => {
        const role = roles.all(id, position) as [string, string][];
        return { person, delegation, role: role.length > 0 ? textsByLanguage(role) : null };
      }),
    };
  }
}

interface SourceRow
  extends Pick<RecordOf<'source'>, 'id' | 'file' | 'sha256' | 'outlet' | 'language' | 'url' | 'note'> {
  published_on: string | null;
  dateline_place: string | null;
  dateline_date: string | null;
}

export function* sourceRecords(prepare: Prepare): Iterable<RecordOf<'source'>> {
  const paragraphs = prepare(
    'SELECT start_offset AS start, end_offset AS end FROM source_paragraph WHERE source = ? ORDER BY paragraph',
  );
  for (const row of rowsOf<SourceRow>(prepare, 'source')) {
    const { id, file, sha256, outlet, language, url, note, dateline_place: place, dateline_date: date } = row;
    yield {
      id,
      formerly: formerly(prepare, 'source', id),
      name: namesOf(prepare, 'source', id),
      file,
      sha256,
      outlet,
      language,
      publishedOn: row.published_on,
      dateline: place !== null && date !== null ? { place, date } : null,
      url,
      note,
      paragraphs: paragraphs.all(id) as RecordOf<'source'>['paragraphs'],
    };
  }
}
