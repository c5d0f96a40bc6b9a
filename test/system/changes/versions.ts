// Data in versions: every text and every total of an answer shows which version it comes from, so that a mixture is noticed.
import { writeFileSync } from 'node:fs';

/** The number of statements that all versions share. A version has as many more as its number says. */
export const shared = 150;

export const countOf = (version: number): number => shared + version;

/** The versions that texts in an answer come from. */
export const versionsIn = (text: string): number[] => [
  ...new Set([...text.matchAll(/version-(\d+)\./g)].map(([, version]) => Number(version))),
];

/** Writes a version as NDJSON. */
export function writeVersion(file: string, version: number): void {
  const name = (text: string) => ({ en: `${text} version-${version}.`, ar: `${text} version-${version}.` });
  const source = {
    ...{ id: 'paper', name: name('Paper'), file: 'paper.txt', sha256: 'a'.repeat(64), language: 'en' },
    paragraphs: [{ start: 0, end: 100_000 }],
  };
  const statement = (at: number) => ({
    id: `said-${String(at).padStart(4, '0')}`,
    ...{ speakers: ['ada'], topics: ['peace'], gist: name(`Statement ${at} in`) },
    saidOn: `2025-01-${String(1 + (at % 28)).padStart(2, '0')}`,
    renditions: [
      {
        ...{ id: `said-${at}-paper`, source: 'paper', mode: 'indirect', language: 'en' },
        ...{ paragraph: 1, start: at * 10, end: at * 10 + 5, note: { en: `Noted in version-${version}.` } },
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
