// Kills an ingest at random moments, and looks at what is left: the old data or the new, whole, and nothing in the way.
import path from 'node:path';
import { Random } from '../bench/performance/dataset/random.ts';
import { median } from '../bench/performance/measure/figures.ts';
import { digestOf, generatedWriter, type Moment, TwoVersions, writeSeeds } from './ingest/two-versions.ts';
import type { Scale, Trial } from './trial.ts';

export const ingestKilled: Trial = {
  id: 'ingest-killed',
  part: 'Nothing lost, nothing half-done',
  promise:
    'An ingest that is killed at any moment leaves the old data or the new, whole and sound, and the next ingest succeeds.',
  async run(scale, folder, say) {
    const seed = Date.now() % 1_000_000;
    say(`seed ${seed}`);
    const lanes = plans[scale].map((plan, lane) =>
      killInTurn(plan, path.join(folder, String(lane)), new Random(seed + lane)),
    );
    const all = (await Promise.all(lanes)).flat();
    return {
      figures: [
        { name: 'seed of the moments', value: String(seed) },
        ...all.map(({ data, tally }) => ({ name: data, value: textOf(tally) })),
      ],
      broken: all.flatMap(({ tally }) => tally.broken),
    };
  },
};

/** Data whose ingest is killed so often: the project's seeds, or so many generated statements. */
interface Plan {
  statements: number | 'seeds';
  kills: number;
}

/** Two lists, worked off side by side on two cores. 5,200 statements are enough for the ingest to use threads. */
const plans: Record<Scale, readonly (readonly Plan[])[]> = {
  short: [[{ statements: 'seeds', kills: 3 }], [{ statements: 200, kills: 2 }]],
  full: [
    [{ statements: 'seeds', kills: 107 }],
    [
      { statements: 5_200, kills: 5 },
      { statements: 'seeds', kills: 88 },
    ],
  ],
};

async function killInTurn(
  plan: readonly Plan[],
  folder: string,
  random: Random,
): Promise<{ data: string; tally: Tally }[]> {
  const done = [];
  for (const { statements, kills } of plan) {
    const write = statements === 'seeds' ? writeSeeds : generatedWriter(statements);
    const subject = new TwoVersions(path.join(folder, String(statements)), write);
    const data = statements === 'seeds' ? 'the seeds (YAML)' : `${statements} statements (NDJSON)`;
    done.push({ data, tally: await killOften(subject, kills, random) });
  }
  return done;
}

/** What was seen of many kills. */
interface Tally {
  kills: number;
  old: number;
  fresh: number;
  /** How many ended before the kill came. */
  late: number;
  /** How many left an unfinished file behind. */
  leftovers: number;
  /** Of a whole ingest, in seconds. */
  length: number;
  broken: string[];
}

const textOf = ({ kills, old, fresh, late, leftovers, length }: Tally): string =>
  `killed ${kills} times within ${length.toFixed(1)} s; ${old} times the old data stood, ${fresh} times the new (${late} had ended); ${leftovers} unfinished files, each removed by the next ingest`;

/** Every tenth kill waits to see the new file begun, and every tenth to see it in its place; all others are timed. */
function momentOf(at: number, random: Random, subject: TwoVersions): Moment {
  if (at % 10 === 4) return { sight: `${subject.name}.next` };
  if (at % 10 === 9) return { sight: subject.name };
  return { share: random.below(1_050) / 1_000 };
}

async function killOften(subject: TwoVersions, kills: number, random: Random): Promise<Tally> {
  const lengths = await subject.prepare();
  const tally: Tally = { kills, old: 0, fresh: 0, late: 0, leftovers: 0, length: 0, broken: [] };
  for (let at = 0; at < kills; at += 1) {
    const target = 1 - subject.holds;
    const moment = momentOf(at, random, subject);
    const when = 'share' in moment ? `at ${moment.share} of its time` : `when ${moment.sight} was there`;
    const before = digestOf(subject.database);
    const { status } = await subject.ingestAndKill(target, moment, median(lengths));
    if (status === 0) tally.late += 1;
    tally.leftovers += subject.leftovers().length > 0 ? 1 : 0;
    const state = subject.stateAfter(before, target);
    if (state === 'old') tally.old += 1;
    else if (state === 'new') tally.fresh += 1;
    else tally.broken.push(`${subject.name}, killed ${when}: ${state}`);
    const { ended, complaint } = await subject.ingest(target);
    lengths.push(ended.seconds);
    if (complaint !== null) tally.broken.push(`${subject.name}, after a kill ${when}: ${complaint}`);
  }
  return { ...tally, length: median(lengths) };
}
