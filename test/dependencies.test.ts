// Every dependency has a row in docs/dependencies.md, an exact version and a digest; scripts run at an install only where approved.
import { readFileSync } from 'node:fs';
import t from 'tap';
import { inProject } from '../src/project.ts';

interface Package {
  version?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  dev?: boolean;
  link?: boolean;
}

const read = (name: string) => JSON.parse(readFileSync(inProject(name), 'utf8'));
const manifest = read('package.json') as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const { packages } = read('package-lock.json') as { packages: Record<string, Package> };

/** The name of a package, wherever it is installed. */
const nameOf = (folder: string): string =>
  folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);

const installed = Object.entries(packages).filter(([folder]) => folder !== '');

t.test('each has a row with a reason and an alternative, and no row is left over', async (t) => {
  const [, runs = '', builds = ''] = readFileSync(inProject('docs', 'dependencies.md'), 'utf8').split(
    /^## .*$/m,
  );
  for (const [part, named] of [
    [runs, manifest.dependencies],
    [builds, manifest.devDependencies],
  ] as const) {
    const rows = [...part.matchAll(/^\| `([^`]+)` \| (.+) \| (.+) \|$/gm)];
    t.strictSame(
      rows.map(([, name]) => name),
      Object.keys(named).sort(),
    );
  }
});

t.test('each version is exact, and the lockfile has it with its digest', async (t) => {
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    t.match(version, /^\d+\.\d+\.\d+(?:-beta\.\d+)?$/, name);
    t.equal(packages[`node_modules/${name}`]?.version, version, `${name} in the lockfile`);
  }
  for (const [folder, { integrity }] of installed) t.match(integrity, /^sha512-/, folder);
});

t.test('scripts run at an install only where that was approved', async (t) => {
  const approved = Object.keys(manifest.allowScripts).filter((name) => manifest.allowScripts[name]);
  const scripted = installed
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([folder]) => nameOf(folder));
  t.strictSame(
    scripted.filter((name) => !approved.includes(name)),
    [],
    'with a script and not approved',
  );
  t.strictSame(
    approved.filter((name) => !scripted.includes(name)),
    [],
    'approved for nothing',
  );
});
