// Prints how well the articles of the record are read and joined, each as if the record had only the others.
import type { Streams } from '../arguments.ts';
import { articleFiles, readInput } from '../files.ts';
import type { KnownRecord } from '../record.ts';
import { Session } from '../session.ts';
import { tellFigures } from './document.ts';
import { emptyTally, type Tally, tallyArticle } from './recorded.ts';

/** The exit status: 0, or 1 where the folder has no article of the record. */
export function evaluateRecord(
  folder: string,
  record: KnownRecord,
  document: string | null,
  streams: Streams,
): number {
  const figures = recordTable(folder, record);
  if (figures === null) {
    streams.stderr.write(`${folder}: has no article of the record\n`);
    return 1;
  }
  tellFigures(figures, 'record figures', document, streams);
  return 0;
}

/** The table of figures as Markdown, or null where nothing could be measured. */
function recordTable(folder: string, record: KnownRecord): string | null {
  const alone = tallyOf(folder, new Session(record, []));
  const beside = tallyOf(folder, new Session(record, [folder]));
  if (alone.renditions === 0) return null;
  return [
    '| compared with | renditions | found | with the right speaker | could be joined | joined rightly | utterances that could be joined | joined rightly | all joins | wrong |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    row('the record', alone),
    row('the record and the texts of its articles', beside),
  ].join('\n');
}

function tallyOf(folder: string, session: Session): Tally {
  const tally = emptyTally();
  for (const file of articleFiles(folder)) tallyArticle(tally, session, readInput(file, null));
  return tally;
}

function row(name: string, tally: Tally): string {
  const { renditions, joinable, utterances, joins, wrongJoins } = tally;
  const share = (part: number, whole: number) => (part / Math.max(1, whole)).toFixed(2);
  const cells = [
    name,
    renditions,
    share(tally.found, renditions),
    share(tally.rightSpeaker, renditions),
    joinable,
    share(tally.joined, joinable),
    utterances,
    share(tally.utterancesJoined, utterances),
    joins,
    wrongJoins,
  ];
  return `| ${cells.join(' | ')} |`;
}
