// Loads a server by wrk, one thread on the core that the server does not have.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { BenchError } from '../error.ts';
import { pinned } from '../measure/processes.ts';
import type { LoadPlan, Sent } from './load.ts';

/** Requests are made before the first is sent, so that sending costs nothing; figures come as one line of JSON. */
const script = `
local requests = {}
local threads = {}
local at = 0
asked = 0

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  for header in io.lines(args[2]) do
    local name, value = header:match("^(.-): (.*)$")
    wrk.headers[name] = value
  end
  for path in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
  paths = #requests
end

function request()
  at = at % paths + 1
  asked = asked + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  local again = threads[1]:get("asked") > threads[1]:get("paths")
  print(string.format(
    '{"answers":%d,"rate":%f,"p50":%f,"p99":%f,"max":%f,"errors":%d,"repeated":%s}',
    summary.requests, summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3, failed, tostring(again)))
end
`;

/** A loader that keeps its files in the folder. */
export function wrkLoad(folder: string): (plan: LoadPlan) => Promise<Sent> {
  const files = { script: path.join(folder, 'load.lua'), paths: path.join(folder, 'load.paths') };
  const headersFile = path.join(folder, 'load.headers');
  writeFileSync(files.script, script);
  return async ({ origin, paths, headers = {}, connections, seconds }: LoadPlan): Promise<Sent> => {
    writeFileSync(files.paths, paths.join('\n'));
    writeFileSync(
      headersFile,
      Object.entries(headers)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
    );
    const duration = `${Math.max(1, Math.round(seconds))}s`; // it knows whole seconds only
    const options = [
      '-t1',
      `-c${connections}`,
      `-d${duration}`,
      '--timeout',
      '30s',
      '-s',
      files.script,
      origin,
    ];
    const [command, args] = pinned(1, 'wrk', [...options, '--', files.paths, headersFile]);
    return JSON.parse(lastLine(await outputOf(command, args))) as Sent;
  };
}

function outputOf(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve(output);
      else reject(new BenchError(`wrk ended with ${status}: ${output}`));
    });
  });
}

const lastLine = (output: string): string => output.trim().split('\n').at(-1) ?? '';
