// Generates clients from the description of a running server, compiles their programs at TypeScript's strictest, and runs them.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../../../src/project.ts';
import { type Generator, generators } from './generators.ts';

/** What git holds of it, and the place where it is installed and run: outside of what the project compiles. */
const source = inProject('test', 'system', 'clients');
const folder = inProject('.cache', 'clients');
const generated = path.join(folder, 'generated');

/** What became of a generator. */
export interface Outcome {
  generator: Generator;
  version: string;
  /** What is wrong with the generated client or its program; empty where nothing is. */
  complaints: string[];
  /** What its program found; null where it could not run. */
  found: unknown;
}

/** Installs the generators where they are missing. False where no registry answers. */
export async function installGenerators(): Promise<boolean> {
  const before = lockfile(folder);
  cpSync(source, folder, { recursive: true });
  if (before === lockfile(folder) && existsSync(path.join(folder, 'node_modules', 'typescript'))) return true;
  const { status } = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
  return status === 0;
}

function lockfile(at: string): string {
  const file = path.join(at, 'package-lock.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The file of a command of one of the installed packages. */
export const toolPath = (command: string): string => path.join(folder, 'node_modules', '.bin', command);

/** Runs a command of one of the installed packages. */
export const runTool = (command: string, args: readonly string[], cwd = folder) =>
  run(toolPath(command), args, cwd);

interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Not synchronous: the server that the clients ask may be in this process. */
export const run = (command: string, args: readonly string[], cwd: string): Promise<Ended> =>
  new Promise((resolve) => {
    const options = { cwd, maxBuffer: 64 * 1024 * 1024, timeout: 300_000 };
    const child = execFile(command, args, options, (_error, stdout, stderr) =>
      resolve({ status: child.exitCode, stdout, stderr }),
    );
  });

/** Tries every generator against a server. */
export async function tryGenerators(baseUrl: string): Promise<Outcome[]> {
  const description = await (await fetch(`${baseUrl}/openapi.json`)).text();
  rmSync(generated, { recursive: true, force: true });
  mkdirSync(generated);
  writeFileSync(path.join(generated, 'openapi.json'), description);
  writeFileSync(path.join(generated, 'any-of.json'), withoutAllOf(description));
  const failures = new Map<Generator, string[]>();
  for (const each of generators) failures.set(each, await generate(each));
  const compiled = await runTool('tsc', ['--project', 'tsconfig.json']);
  const outcomes: Outcome[] = [];
  for (const generator of generators) {
    const { name, package: from } = generator;
    const own = compiled.stdout.split('\n').filter((line) => isOf(line, name));
    const complaints = [...(failures.get(generator) ?? []), ...own];
    const found = complaints.length === 0 ? await runProgram(name, baseUrl, complaints) : null;
    outcomes.push({ generator, version: versionOf(from), complaints, found });
  }
  return outcomes;
}

/** The description without the parameters such as `speaker.all`: for generators whose types bear no more than forty of them. */
function withoutAllOf(description: string): string {
  return JSON.stringify(JSON.parse(description), (key, value: unknown) =>
    key === 'parameters' && Array.isArray(value)
      ? value.filter((parameter: { $ref?: string }) => !/All$/.test(parameter.$ref ?? ''))
      : value,
  );
}

async function generate({ name, command: [command, ...args] }: Generator): Promise<string[]> {
  if (command === undefined) return [];
  const { status, stdout, stderr } = await runTool(command, args, generated);
  if (status !== 0) return [`${name}: ${stderr || stdout}`.slice(0, 2_000)];
  if (command === 'typegen') writeFileSync(path.join(generated, `${name}.d.ts`), stdout);
  return [];
}

/** Whether the compiler complains of a file of this client. */
const isOf = (line: string, name: string): boolean =>
  [`programs/${name}.`, `generated/${name}.`, `generated/${name}/`].some((start) => line.startsWith(start));

/** Each runs in a process of its own, as they set what is global. */
async function runProgram(name: string, baseUrl: string, complaints: string[]): Promise<unknown> {
  const program = `
    const { run } = await import('./made/programs/${name}.js');
    process.stdout.write(JSON.stringify(await run('${baseUrl}')));
  `;
  const loader = ['--import', './loader.mjs', '--input-type=module', '--eval', program];
  const { status, stdout, stderr } = await run(process.execPath, loader, folder);
  if (status === 0) return JSON.parse(stdout);
  complaints.push(stderr.slice(0, 2_000));
  return null;
}

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(path.join(folder, 'node_modules', ...name.split('/'), 'package.json'), 'utf8'))
    .version;
