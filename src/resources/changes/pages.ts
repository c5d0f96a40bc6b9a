// Reads a page of changes, oldest first, or of the last change of each document, newest first, as feeds show them.
import type { Data } from '../../http/context.ts';
import type { Collection } from '../../records/kinds.ts';
import type { ChangePosition, ChangeSpan, DocumentChange } from '../../store/changes.ts';
import type { Position } from '../../store/plan.ts';
import type { ChangeLog, Stream } from '../../store/store.ts';
import { titleOf } from './feed-entry.ts';
import type { Change } from './schema.ts';

/** The changes of a span, oldest first. */
export async function pageOf(changes: ChangeLog, span: ChangeSpan, cursor: Position | null, limit: number) {
  const found = await changes.page(span, cursor && positionOf(cursor), limit + 1);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    bodies: shown.map(bodyOf),
    total: await changes.count(span),
    limit,
    next: last ? cursorAt(last, span) : null,
  };
}

/** The last changes, newest first, with the titles of their documents. */
export async function feedPageOf(
  data: Data,
  span: ChangeSpan,
  cursor: Position | null,
  limit: number,
  languages: readonly string[],
) {
  const found = await data.changes.latest(span, cursor && positionOf(cursor), limit + 1);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  const bodies = shown.map(async (each) => {
    const [body = null] = await data.documents(each.collection, [each.id]);
    return Buffer.from(JSON.stringify({ ...changeOf(each), title: titleOf(body, each.id, languages) }));
  });
  return {
    bodies: await Promise.all(bodies),
    dates: shown.map(({ at }) => ({ added: at, changed: at })),
    total: shown.length, // feeds tell none
    limit,
    next: last ? cursorAt(last, span) : null,
  };
}

/** Changes as JSON. */
export async function* bodyBatches(batches: Stream<DocumentChange[]>): AsyncGenerator<Buffer[]> {
  for await (const batch of batches) yield batch.map(bodyOf);
}

const bodyOf = (change: DocumentChange): Buffer => Buffer.from(JSON.stringify(changeOf(change)));

const changeOf = ({ collection, id, change, version, at }: DocumentChange): Change => ({
  ...{ collection, id, href: `/${collection}/${id}`, change, version, at },
});

/** A walk ends at the revision at which it began, so that its pages fit together while the dataset goes on. */
const cursorAt = ({ place, collection, id }: DocumentChange, { to }: ChangeSpan): Position => ({
  key: `${place} ${collection} ${id}`,
  weight: to,
});

/** The change that a cursor stands for. */
export function positionOf({ key }: Position): ChangePosition {
  const [place, collection = '', id = ''] = key.split(' ');
  return { place: Number(place), collection: collection as Collection, id };
}
