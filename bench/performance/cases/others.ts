// Cases of other servers over the same data: one speaker's first page, and an item.
import type { Load } from '../load/load.ts';
import { medianLoad } from '../measure/figures.ts';
import type { OtherRow } from '../results.ts';
import { fetchServers, type OtherServer, otherServers } from './other-servers.ts';
import type { World } from './world.ts';

/** Both questions to each server that can take so many statements. */
export async function runOtherCases(world: World): Promise<OtherRow[]> {
  const place = await fetchServers(world.settings.folder);
  const rows: OtherRow[] = [];
  for (const other of otherServers.filter(({ most }) => world.statements <= most)) {
    const running = await other.start(world, place);
    try {
      for (const asked of questionsFor(world, other))
        rows.push(await compare(world, running.origin, other, asked));
    } finally {
      await running.stop();
    }
  }
  return rows;
}

interface Asked {
  id: string;
  title: string;
  ours: string[];
  theirs: string[];
}

/** The page sizes are others than in the cases before, so that none of these questions was asked. */
function questionsFor({ pools }: World, { list, item }: OtherServer): Asked[] {
  const pages = pools.speakers.flatMap((speaker) =>
    [31, 32, 33, 34, 35].map((limit) => ({ speaker, limit })),
  );
  const ids = pools.samples.map(({ id }) => id);
  return [
    {
      ...{ id: 'speaker', title: 'first page of one speaker' },
      ours: pages.map(({ speaker, limit }) => `/statements?speaker=${speaker}&limit=${limit}`),
      theirs: pages.map(({ speaker, limit }) => list(speaker, limit)),
    },
    {
      ...{ id: 'item', title: 'item by id' },
      ours: ids.map((id) => `/statements/${id}`),
      theirs: ids.map(item),
    },
  ];
}

async function compare(world: World, origin: string, other: OtherServer, asked: Asked): Promise<OtherRow> {
  const { seconds, rounds } = world.settings;
  const our = await world.ours();
  const [ours, theirs]: [Load[], Load[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const plan = { connections: 10, seconds };
    ours.push(await world.load({ ...plan, origin: our.origin, paths: partOf(asked.ours, round, rounds) }));
    theirs.push(await world.load({ ...plan, origin, paths: partOf(asked.theirs, round, rounds) }));
  }
  const answer = medianLoad(theirs);
  const failed = answer.errors > 0 ? [`${answer.errors} requests to it failed.`] : [];
  return {
    ...{
      kind: 'other',
      id: `${other.name}-${asked.id}`,
      title: `${other.name}: ${asked.title}`,
      targets: [],
    },
    ...{ ours: medianLoad(ours), theirs: answer, notes: [other.differs, ...failed] },
  };
}

const partOf = (paths: readonly string[], part: number, parts: number): string[] =>
  paths.slice(Math.floor((part * paths.length) / parts), Math.floor(((part + 1) * paths.length) / parts));
