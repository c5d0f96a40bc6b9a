// Puts everything in the way of an ingest that a system can: each time it must say what and leave the old data whole.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../src/project.ts';
import { ask } from './asking.ts';
import { type Hindrance, hindrances } from './ingest/hindrances.ts';
import { Place } from './ingest/place.ts';
import { type Ended, startIngest } from './processes.ts';
import { type Serving, startServing } from './serving.ts';
import type { Scale, Trial } from './trial.ts';

export const ingestHindered: Trial = {
  id: 'ingest-hindered',
  part: 'Nothing lost, nothing half-done',
  promise:
    'An ingest that meets a full disk, a limit, a closed door, an odd file, another ingest or a wrong clock says where, why and what to do; the old data stays whole, and the server goes on.',
  async run(scale, folder, say) {
    const tried: string[] = [];
    const skipped: string[] = [];
    const broken: string[] = [];
    const made = path.join(folder, 'made.sqlite');
    const { status, stderr } = await startIngest(made, [inProject('seeds')]).ended;
    if (status !== 0) throw new Error(stderr);
    for (const [at, hindrance] of hindrances.entries()) {
      const place = new Place(path.join(folder, String(at)));
      const complaints = await meet(hindrance, place.prepared(made), scale);
      if (typeof complaints === 'string') skipped.push(`${hindrance.name} (${complaints})`);
      else {
        tried.push(hindrance.name);
        broken.push(...complaints.map((each) => `${hindrance.name}: ${each}`));
      }
      say(`${hindrance.name}: ${typeof complaints === 'string' ? complaints : 'done'}`);
    }
    const figures = [{ name: 'hindrances', value: `${tried.length}: ${tried.join('; ')}` }];
    return {
      figures: skipped.length > 0 ? [...figures, { name: 'not tried', value: skipped.join('; ') }] : figures,
      broken,
    };
  },
};

/** Tries one; gives what was wrong, or why it could not be tried as a text. */
async function meet({ act, undo, said }: Hindrance, place: Place, scale: Scale): Promise<string[] | string> {
  const before = readFileSync(place.database);
  const server = await startServing(place.folder, { database: place.database });
  try {
    const ended = await act(place);
    if (typeof ended === 'string') return ended;
    const complaints = said === null ? mustSucceed(ended) : mustFail(ended, said);
    if (said !== null && !readFileSync(place.database).equals(before))
      complaints.push('the old data has changed');
    complaints.push(...(await mustServe(server)));
    undo?.(place);
    const left = readdirSync(path.dirname(place.database)).filter((name) => name !== 'data.sqlite');
    if (left.length > 0) complaints.push(`${left.join(', ')} is left`);
    if (scale === 'short') return complaints;
    const next = await place.ingest();
    if (next.status !== 0) complaints.push(`the next ingest failed: ${next.stderr}`);
    return [...complaints, ...(await mustServe(server))];
  } finally {
    undo?.(place);
    await server.stop();
  }
}

const mustSucceed = ({ status, stderr }: Ended): string[] =>
  status === 0 ? [] : [`it ended with ${status}: ${stderr}`];

function mustFail({ status, signal, stderr }: Ended, said: RegExp): string[] {
  const complaints = status === 1 ? [] : [`it ended with ${status ?? signal}`];
  if (!said.test(stderr)) complaints.push(`it does not say ${said}: ${stderr}`);
  if (!/Nothing was written\./.test(stderr)) complaints.push('it does not say that nothing was written');
  if (/\bat \S+ \(|node:internal/.test(stderr)) complaints.push(`it shows a stack: ${stderr}`);
  return complaints;
}

async function mustServe({ port }: Serving): Promise<string[]> {
  const answers = await Promise.all(
    ['/health/ready', '/statements?speaker=putin', '/people/putin'].map((url) => ask(port, url)),
  );
  return answers
    .filter(({ status }) => status !== 200)
    .map(({ status, body }) => `the server answered ${status}: ${body}`);
}
