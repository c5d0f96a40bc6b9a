// Runs a case of requests: our server and its references in turn, several rounds, none asked what was asked before.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Load } from '../load/load.ts';
import { bearable } from '../load/undisturbed.ts';
import { median, medianLoad, medianRatio } from '../measure/figures.ts';
import { untilIdle } from '../measure/idle.ts';
import type { Running } from '../measure/processes.ts';
import type { LoadRow, Target } from '../results.ts';
import type { Question } from './question.ts';
import { startCeiling, startPlain, type World } from './world.ts';

/** A case of requests. */
export interface LoadCase {
  id: string;
  title: string;
  /** Whether no question may be asked twice within the run. */
  isNew: boolean;
  connections: number;
  questions: (world: World) => Question[] | Promise<Question[]>;
  headers?: (first: Response) => Record<string, string>;
  /** Whether there is a plain route to compare with. */
  plain: boolean;
  /** Whether the plain route must find the same statements. */
  isSame?: boolean;
  targets: (found: Found) => Target[];
}

/** What was measured, for targets to judge. */
export interface Found {
  ours: Load;
  ceiling: Load;
  plain: Load | null;
  ofCeiling: number;
  ofPlain: number | null;
}

/** So many answers are looked at beforehand for their size. */
const looks = 30;

/** How much longer than a round everybody is loaded beforehand: code that has just begun to run is compiled on the same core. */
const warmUp = 3;

export async function runLoadCase(world: World, one: LoadCase): Promise<LoadRow> {
  const { settings, load } = world;
  const ours = await world.ours();
  const questions = await one.questions(world);
  const shares = sharesOf(questions, settings.rounds);
  const typical = await typicalAnswer(world, ours, one, shares.looks);
  const ceiling = await startCeiling(world, typical.file, typical.mediaType, typical.status);
  const plain = one.plain ? await startPlain(world) : null;
  try {
    const notes = plain && one.isSame ? await disagreement(ours, plain, shares.looks) : [];
    const subjects = [
      { running: ours, key: 'path', headers: typical.headers },
      { running: ceiling, key: 'path', headers: {} },
      ...(plain ? [{ running: plain, key: 'plain', headers: {} } as const] : []),
    ] as const;
    const found: Load[][] = subjects.map(() => []);
    for (const [round, share] of [shares.warmUp, ...shares.rounds].entries()) {
      for (const [at, { running, key, headers }] of subjects.entries()) {
        const paths = share.map((each) => each[key]);
        const seconds = round === 0 ? settings.seconds * warmUp : settings.seconds;
        const { origin } = running;
        const result = await load({ origin, paths, headers, connections: one.connections, seconds });
        if (round > 0) found[at]?.push(result);
        await untilIdle(running.pid); // they share a core
      }
    }
    const figures = figuresOf(found as [Load[], Load[], Load[]?]);
    return {
      ...{ kind: 'load', id: one.id, title: one.title, ...figures, bytes: typical.bytes },
      ...{ connections: one.connections, targets: one.targets(figures) },
      notes: [...notes, ...notesOn(one, figures, found.flat())],
    };
  } finally {
    await ceiling.stop();
    await plain?.stop();
  }
}

/** What a reader must know of the loads. */
function notesOn({ isNew }: LoadCase, { ours }: Found, loads: readonly Load[]): string[] {
  const notes: string[] = [];
  const stolen = Math.max(...loads.map((each) => each.stolen));
  if (isNew && ours.repeated) notes.push('There were not enough different questions: some came twice.');
  if (stolen > bearable) notes.push(`Up to ${Math.round(stolen * 100)} % of the machine went to others.`);
  if (ours.errors > 0) notes.push(`${ours.errors} requests failed.`);
  return notes;
}

function figuresOf([ours, ceiling, plain]: [Load[], Load[], Load[]?]): Found {
  return {
    ...{ ours: medianLoad(ours), ceiling: medianLoad(ceiling), plain: plain ? medianLoad(plain) : null },
    ...{ ofCeiling: medianRatio(ours, ceiling), ofPlain: plain ? medianRatio(ours, plain) : null },
  };
}

/** The questions in parts, so that no part asks what another did. Where there are few, each part has them all. */
function sharesOf(questions: readonly Question[], rounds: number) {
  if (questions.length < looks * 2) {
    return {
      looks: [...questions],
      warmUp: [...questions],
      rounds: Array(rounds).fill(questions) as Question[][],
    };
  }
  const rest = questions.slice(looks);
  const warm = rest.splice(0, Math.floor(rest.length / 10));
  const size = Math.floor(rest.length / rounds);
  const shares = Array.from({ length: rounds }, (_, at) => rest.slice(at * size, (at + 1) * size));
  return { looks: questions.slice(0, looks), warmUp: warm, rounds: shares };
}

/** What the load generator does not ask for: an encoding, which has an entity tag of its own. */
const plainBytes = { 'accept-encoding': 'identity' };

/** The answer of middling size among the first ones, kept as a file for the bare route to send. */
async function typicalAnswer(
  { settings }: World,
  { origin }: Running,
  { headers }: LoadCase,
  questions: readonly Question[],
) {
  const answers: { body: Buffer; response: Response }[] = [];
  for (const { path: asked } of questions) {
    const response = await fetch(`${origin}${asked}`, { headers: plainBytes });
    answers.push({ response, body: Buffer.from(await response.arrayBuffer()) });
  }
  const size = median(answers.map(({ body }) => body.length));
  const ordered = answers.toSorted(
    (one, other) => Math.abs(one.body.length - size) - Math.abs(other.body.length - size),
  );
  const [chosen] = ordered as [{ body: Buffer; response: Response }];
  const file = path.join(settings.folder, 'ceiling.bytes');
  writeFileSync(file, chosen.body);
  const sent = headers?.(chosen.response) ?? {};
  const { status } = await fetch(`${origin}${questions[0]?.path}`, { headers: { ...plainBytes, ...sent } });
  return {
    ...{ file, headers: sent, status, bytes: status === 304 ? 0 : chosen.body.length },
    mediaType: chosen.response.headers.get('content-type') ?? 'application/json',
  };
}

/** A reference that answers something else is none: so many questions are put to both beforehand. */
const compared = 5;

async function disagreement(
  ours: Running,
  plain: Running,
  questions: readonly Question[],
): Promise<string[]> {
  for (const { path: ourPath, plain: plainPath } of questions.slice(0, compared)) {
    const one = await idsAt(`${ours.origin}${ourPath}`);
    const other = await idsAt(`${plain.origin}${plainPath}`);
    if (one.join() !== other.join()) return ['The plain route found other statements.'];
  }
  return [];
}

async function idsAt(url: string): Promise<string[]> {
  const answer = (await (await fetch(url)).json()) as { data: { id: string }[] };
  return answer.data.map(({ id }) => id);
}
