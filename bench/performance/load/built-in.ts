// Loads a server without any program beside Node: for the tests, and where wrk cannot be had.
import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { LoadPlan, Sent } from './load.ts';

/** As many requests are under way as there are connections, each followed by the next. */
export async function builtInLoad(plan: LoadPlan): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: plan.connections });
  const latencies: number[] = [];
  const [start, limit] = [performance.now(), plan.seconds * 1000];
  let [asked, errors] = [0, 0];
  const follow = async (): Promise<void> => {
    while (performance.now() - start < limit) {
      const path = plan.paths[asked % plan.paths.length] ?? '/';
      asked += 1;
      const before = performance.now();
      const status = await ask(plan, path, agent);
      latencies.push(performance.now() - before);
      if (status >= 400) errors += 1;
    }
  };
  await Promise.all(Array.from({ length: plan.connections }, follow));
  const passed = (performance.now() - start) / 1000;
  agent.destroy();
  latencies.sort((one, other) => one - other);
  const at = (share: number): number => latencies[Math.floor((latencies.length - 1) * share)] ?? 0;
  return {
    ...{ rate: latencies.length / passed, p50: at(0.5), p99: at(0.99), max: at(1) },
    ...{ answers: latencies.length, errors, repeated: asked > plan.paths.length },
  };
}

/** The status of the answer, once it is read to its end; 599 where none came. */
function ask({ origin, headers = {} }: LoadPlan, path: string, agent: Agent): Promise<number> {
  return new Promise((resolve) => {
    get(`${origin}${path}`, { agent, headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 599));
      response.once('error', () => resolve(599));
    }).once('error', () => resolve(599));
  });
}
