// Writes the drafts of one run into a folder, a file for each kind of record.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UniqueIds } from '../ids.ts';
import type { KnownRecord } from '../record.ts';
import { claimsYaml } from './claims.ts';
import type { ReadArticle } from './read-article.ts';
import { sourceYaml } from './source.ts';
import { newSpeakers, organizationsYaml, peopleYaml } from './speakers.ts';
import { statementsYaml } from './statements.ts';

const HEADING = "# Drafts made by 'npm run draft': accept, correct or drop each.\n";

/** Writes sources.yaml and statements.yaml, and claims.yaml, people.yaml and organizations.yaml; text from HTML beside them. */
export function writeDrafts(folder: string, read: readonly ReadArticle[], record: KnownRecord): void {
  mkdirSync(folder, { recursive: true });
  const unique = new UniqueIds([
    ...record.sources.map(({ id }) => id),
    ...record.statements.flatMap(({ id, renditions }) => [
      id,
      ...renditions.flatMap((each) => each.id ?? []),
    ]),
  ]);
  const articles = read.map((each) => ({ ...each, sourceId: unique.take(each.sourceId) }));
  const fresh = newSpeakers(articles, record);
  const ids = { unique, speakers: new Map(fresh.map(({ name, id }) => [name, id])) };
  const about = articles.filter(({ event }) => event !== null);
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), HEADING + text);
  write('sources.yaml', articles.map(sourceYaml).join('') || '[]\n');
  write('statements.yaml', articles.map((each) => statementsYaml(each, ids)).join('') || '[]\n');
  write('claims.yaml', about.map((each) => claimsYaml(each, unique)).join('') || '[]\n');
  const people = peopleYaml(fresh);
  if (people !== '') write('people.yaml', people);
  const organizations = organizationsYaml(fresh, articles, record);
  if (organizations !== '') write('organizations.yaml', organizations);
  for (const { article } of articles.filter(({ extracted }) => extracted))
    writeFileSync(path.join(folder, path.basename(article.file)), article.text);
}
