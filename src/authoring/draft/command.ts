// The command `draft`: reads articles and writes what it found as drafts of records, as JSON, or for a reader's eyes.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type DraftArguments, readArguments, usage } from './arguments.ts';
import { claimsOf } from './claims.ts';
import { dateOf } from './dates.ts';
import { claimsYaml, peopleYaml, type ReadArticle, sourceYaml, statementsYaml } from './drafts.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain.ts';
import { articleFiles, type Input, readInput } from './files.ts';
import { namesPerson } from './identities.ts';
import { slugOf, UniqueIds } from './ids.ts';
import { type Drafted, jsonLines } from './json.ts';
import { Names } from './names.ts';
import { readArticle } from './reading.ts';
import { type KnownRecord, readRecord } from './record.ts';
import { Statements } from './statements.ts';
import { Reader } from './surroundings.ts';

export type Streams = { stdout: { write(text: string): unknown }; stderr: { write(text: string): unknown } };

/** Runs the command and gives its exit status: 0 read, 1 a file could not be read, 2 wrong usage. */
export function runDraft(args: readonly string[], streams: Streams): number {
  const read = readArguments(args);
  if (typeof read === 'string') {
    (read === usage ? streams.stdout : streams.stderr).write(read);
    return read === usage ? 0 : 2;
  }
  if (read.evaluate !== null) return evaluate(read.evaluate, read.write, streams);
  const session = new Session(readRecord(read.record));
  let status = 0;
  for (const file of filesOf(read, streams)) {
    const input = inputOf(file, read, streams);
    if (input === null) status = 1;
    else session.take(input, read, streams);
  }
  if (read.out !== null) session.write(read.out, streams);
  return status;
}

function filesOf({ paths }: DraftArguments, streams: Streams): string[] {
  return paths.flatMap((name) => {
    try {
      return articleFiles(name);
    } catch {
      streams.stderr.write(`${name}: there is no such file or folder\n`);
      return [name];
    }
  });
}

function inputOf(file: string, { language }: DraftArguments, streams: Streams): Input | null {
  try {
    return readInput(file, language);
  } catch (error) {
    streams.stderr.write(`${file}: ${error instanceof TypeError ? 'is not UTF-8' : 'cannot be read'}\n`);
    return null;
  }
}

/** The articles of one run, against one record. */
class Session {
  private readonly record: KnownRecord;
  private readonly names: Names;
  private readonly articles: (ReadArticle & { statements: Statements; extracted: boolean })[] = [];
  private readonly statements: Statements;

  constructor(record: KnownRecord) {
    this.record = record;
    this.names = new Names(record);
    this.statements = new Statements(record);
  }

  take(
    { article, extracted }: Input,
    { json, out, explain: shown }: DraftArguments,
    { stdout }: Streams,
  ): void {
    const utterances = readArticle(article, this.names);
    const statements = this.statementsFor(article.sha256);
    const drafted = utterances.map((utterance): Drafted => {
      const said = utterance.contents.map(({ start, end }) => article.text.slice(start, end)).join(' ');
      return { utterance, match: statements.match(utterance.speaker?.id ?? null, said) };
    });
    if (json) for (const line of jsonLines(article, drafted)) stdout.write(`${line}\n`);
    if (shown) stdout.write(explain(article, drafted));
    if (!json && !shown && out === null) stdout.write(`${article.file}: ${drafted.length} utterances\n`);
    if (out === null) return;
    const reader = new Reader(article, this.names, this.record);
    const said = utterances.flatMap(({ contents }) => contents);
    this.articles.push({
      article,
      extracted,
      statements,
      sourceId: slugOf(path.basename(article.file).replace(/\.[^.]*$/, ''), 'article', 40),
      drafted: drafted.map((each) => ({ each, around: reader.read(each.utterance) })),
      claims: claimsOf(article, this.names, said),
      event: this.summit(article.text),
      date: dateOf(article.text),
    });
  }

  /** The record's statements without what this very article renders, so that an article does not find itself. */
  private statementsFor(sha256: string): Statements {
    const own = this.record.sources.filter((source) => source.sha256 === sha256).map(({ id }) => id);
    return own.length === 0 ? this.statements : new Statements(this.record, new Set(own));
  }

  /** The one event above all others whose place the article names. */
  private summit(text: string): string | null {
    const places = new Set(this.names.allIn(text.slice(0, 20_000)).map(({ id }) => id));
    const events = this.record.events.filter(
      ({ partOf, place }) => !partOf && place && this.within(place).some((each) => places.has(each)),
    );
    return events.length === 1 ? (events[0]?.id ?? null) : null;
  }

  /** A place and what holds it, below the country. */
  private within(place: string): string[] {
    const entry = this.record.places.find(({ id }) => id === place);
    if (entry === undefined || entry.kind === 'country' || entry.kind === 'continent') return [];
    return [place, ...(entry.within ? this.within(entry.within) : [])];
  }

  write(folder: string, { stdout }: Streams): void {
    mkdirSync(folder, { recursive: true });
    const { record } = this;
    const ids = new UniqueIds([
      ...record.statements.map(({ id }) => id),
      ...record.sources.map(({ id }) => id),
    ]);
    for (const each of this.articles) each.sourceId = ids.take(each.sourceId);
    const people = this.newSpeakers();
    const speakerIds = new Map(people.map(({ name, id }) => [name, id]));
    this.file(folder, 'sources.yaml', this.articles.map(sourceYaml));
    this.file(
      folder,
      'statements.yaml',
      this.articles.map((each) => statementsYaml(each, each.statements, ids, speakerIds)),
    );
    this.file(
      folder,
      'claims.yaml',
      this.articles.filter(({ event }) => event !== null).map((each) => claimsYaml(each, ids)),
    );
    if (people.length > 0) this.file(folder, 'people.yaml', [peopleYaml(people)]);
    for (const { article } of this.articles.filter(({ extracted }) => extracted))
      writeFileSync(path.join(folder, path.basename(article.file)), article.text);
    stdout.write(
      `${folder}: ${this.articles.length} articles, ${this.articles.flatMap(({ drafted }) => drafted).length} utterances\n`,
    );
  }

  private file(folder: string, name: string, parts: readonly string[]): void {
    const text = parts.join('');
    writeFileSync(
      path.join(folder, name),
      `# Drafts made by 'npm run draft': accept, correct or drop each.\n${text === '' ? '[]\n' : text}`,
    );
  }

  /** People whom the articles name in full and the record does not know, each once. */
  private newSpeakers(): { id: string; name: string; language: string }[] {
    const { record } = this;
    const ids = new UniqueIds([...record.people, ...record.organizations].map(({ id }) => id));
    const found = new Map<string, { id: string; name: string; language: string }>();
    for (const { article, drafted } of this.articles)
      for (const { each } of drafted) {
        const { speaker } = each.utterance;
        if (speaker === null || speaker.id !== null || !namesPerson(speaker.text, article.language)) continue;
        if (found.has(speaker.name)) continue;
        const surname = speaker.name.split(' ').at(-1) ?? speaker.name;
        const id = ids.take(slugOf(surname, 'speaker', 60));
        found.set(speaker.name, { id, name: speaker.name, language: article.language });
      }
    return [...found.values()];
  }
}
