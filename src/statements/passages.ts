// What a statement's answer holds of the answers of its renditions: the JSON in pieces, and which pieces make which answer.
import type { Passage } from '../database/documents.ts';
import { outletsOf } from './renditions.ts';
import type { Rendition, Statement } from './schema.ts';

/** The JSON of a statement in pieces: the statement in short, what follows it, and each rendition by itself. */
export function piecesOf({ id, href, speakers, gist, saidOn, renditions, ...rest }: Statement): string[] {
  const short = JSON.stringify({ id, href, speakers, gist, saidOn }).slice(0, -1);
  const pieces = [short, `,${JSON.stringify(rest).slice(1, -1)},"renditions":[`];
  for (const rendition of renditions) {
    if (pieces.length > beforeRenditions) pieces.push(',');
    pieces.push(JSON.stringify(rendition));
  }
  pieces.push(']}');
  return pieces;
}

const beforeRenditions = 2;

/** The answers of its renditions. Their order is that of their sources, and of their places in them. */
export const passagesOf = ({ speakers, renditions }: Statement): Passage[] =>
  renditions.map((rendition, at) => ({
    id: rendition.id,
    sortKey: `${rendition.source.id} ${String(rendition.start).padStart(12, '0')} ${rendition.id}`,
    weight: rendition.end - rendition.start,
    terms: passageTerms(speakers, rendition),
    piece: beforeRenditions + 2 * at,
    lead: leadOf(rendition),
  }));

/** Id and path come before the statement. They are ASCII, so that each of their characters is a byte. */
const leadOf = ({ id, href }: Rendition): number => `{"id":"${id}","href":"${href}"`.length;

function passageTerms(speakers: Statement['speakers'], rendition: Rendition): [string, string][] {
  const { source, mode, language, start, end } = rendition;
  const terms: [string, string][] = speakers.map(({ id }) => ['speaker', id]);
  terms.push(['source', source.id]);
  for (const outlet of outletsOf(rendition)) terms.push(['outlet', outlet]);
  terms.push(['mode', mode], ['language', language], ['weight', String(end - start)]);
  return terms;
}
