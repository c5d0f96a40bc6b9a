// Sends requests that are generated from the description: right, nearly right and hostile; holds each answer against the description.
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { curlOf } from './generated/curl.ts';
import { operations } from './generated/operations.ts';
import { anyRequest } from './generated/requests.ts';
import { kindOf, longest, Sender, Tally } from './generated/sending.ts';
import { fetchJson, learn } from './generated/vocabulary.ts';
import { generatedDatabase, type Serving, seedDatabase, whileServing } from './serving.ts';
import type { Outcome, Scale, Trial } from './trial.ts';

export const generatedRequests: Trial = {
  id: 'generated-requests',
  part: 'Nobody where they do not belong',
  promise:
    'Whatever is asked, there is no failure and no answer that `openapi.yaml` does not describe: what it forbids is refused, what it allows is answered.',
  async run(scale, folder, say) {
    const usual = scale === 'short' ? 1 : Date.now() % 1_000_000_000; // tests come out the same each time
    const seed = Number(process.env['TORTURE_SEED'] ?? usual);
    say(`seed ${seed} (set TORTURE_SEED to repeat it)`);
    const tally = new Tally();
    const one = async ({ make, count }: Data): Promise<void> => {
      const database = await make(folder);
      await whileServing(folder, { database, environment: { THREADS: '1' } }, async (serving) => {
        await wait(scale === 'full' ? 3_000 : 1_000); // so that threads answer what is heavy
        await sendMany(serving, count, seed, tally, say);
        const logged = serving.log().trim();
        if (/"level":[56]0/.test(logged)) tally.broken.push(`the server logged: ${logged.slice(0, 1_000)}`);
      });
    };
    await Promise.all(data[scale].map(one));
    const { milliseconds, curl } = tally.slowest.others;
    if (scale === 'full' && milliseconds > longest) tally.broken.push(`${milliseconds} ms: ${curl}`);
    return { figures: figuresOf(tally, seed, scale), broken: tally.broken };
  },
};

/** So many different failures are told; then there is enough to do. */
const mostFailures = 10;

/** A database, and how many requests are sent to its server. */
interface Data {
  make: (folder: string) => Promise<string>;
  count: number;
}

/** Side by side. */
const data: Record<Scale, readonly Data[]> = {
  short: [{ make: seedDatabase, count: 2_000 }],
  full: [
    { make: seedDatabase, count: 37_000 },
    { make: (folder) => generatedDatabase(folder, 20_000), count: 14_000 },
  ],
};

/** Goes on after a failure, under another seed, until all are sent. */
async function sendMany(
  serving: Serving,
  count: number,
  seed: number,
  tally: Tally,
  say: (text: string) => void,
): Promise<void> {
  const vocabulary = await learn((url) => fetchJson(serving.origin + url));
  const sender = new Sender(serving, vocabulary, tally);
  const known = new Set<string>();
  let left = count;
  for (let at = 0; left > 0 && tally.broken.length < mostFailures; at += 1) {
    const property = fc.asyncProperty(anyRequest(vocabulary), (generated) => sender.send(generated, known));
    const found = await fc.check(property, { numRuns: left, seed: seed + at });
    left -= found.numRuns;
    if (!found.failed) continue;
    const [generated] = found.counterexample ?? [];
    const reason = found.errorInstance instanceof Error ? found.errorInstance.message : 'unknown';
    known.add(kindOf(reason));
    const line = generated ? curlOf(generated, serving.origin) : '';
    say(`seed ${seed + at}, after ${found.numRuns} requests: ${reason}\n    ${line}`);
    tally.broken.push(`${reason}: ${line}`);
  }
  sender.end();
}

function figuresOf(
  { sent, byVerdict, byStatus, slowest, stalls }: Tally,
  seed: number,
  scale: Scale,
): Outcome['figures'] {
  const statuses = [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, times]) => `${status} ${times} times`);
  return [
    { name: 'sent', value: `${sent} requests to ${operations.length} operations, seed ${seed}` },
    {
      name: 'by the description',
      value: `${byVerdict.answer} to be answered, ${byVerdict.refusal} to be refused, ${byVerdict.either} that it leaves open`,
    },
    { name: 'answers', value: statuses.join(', ') },
    ...(scale === 'full'
      ? [
          {
            name: 'slowest answer',
            value: `${slowest.others.milliseconds} ms; of a whole download, ${slowest.downloads.milliseconds} ms; ${stalls} requests waited for the machine and not for the server`,
          },
        ]
      : []),
  ];
}
