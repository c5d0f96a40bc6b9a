// Writes data of which every version marks each of its statements, names and totals, so that no mixture goes unseen.
import { writeFileSync } from 'node:fs';

/** Statements that every version has; each has as many more as its number says. */
export const lasting = 150;

/** How many statements a version has. */
export const countOf = (version: number): number => lasting + version;

/** The mark of a version, as it stands in each of its texts. */
export const markOf = (version: number): string => `version-${version}.`;

/** The versions whose marks stand in a text. */
export const versionsIn = (text: string): Set<number> =>
  new Set([...text.matchAll(/version-(\d+)\./g)].map(([, version]) => Number(version)));

/** Writes a version as NDJSON. */
export function writeMarked(file: string, version: number): void {
  const name = (text: string) => ({ en: `${text} ${markOf(version)}`, ar: `${text} ${markOf(version)}` });
  const source = {
    id: 'paper',
    ...{ name: name('Paper'), file: 'paper.txt', sha256: 'a'.repeat(64), language: 'en' },
    paragraphs: [{ start: 0, end: 100_000 }],
  };
  const statement = (at: number) => ({
    id: `said-${String(at).padStart(4, '0')}`,
    ...{ speakers: ['ada'], topics: ['peace'], gist: name(`Statement ${at} in`) },
    saidOn: `2025-01-${String(1 + (at % 28)).padStart(2, '0')}`,
    renditions: [
      {
        ...{ id: `said-${at}-paper`, source: 'paper', mode: 'indirect', language: 'en' },
        ...{ paragraph: 1, start: at * 10, end: at * 10 + 5, note: `Noted in ${markOf(version)}` },
      },
    ],
  });
  const records = [
    { kind: 'person', record: { id: 'ada', name: name('Ada') } },
    { kind: 'topic', record: { id: 'peace', name: name('Peace'), description: name('On peace,') } },
    { kind: 'source', record: source },
    ...Array.from({ length: countOf(version) }, (_, at) => ({ kind: 'statement', record: statement(at) })),
  ];
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}
