// `npm sbom` names every dependency with its version, as docs/dependencies.md says.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import t from 'tap';
import { inProject } from '../../src/project.ts';

const manifest = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

t.test('the SBOM names all that is installed', async (t) => {
  const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    cwd: inProject(),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  t.equal(status, 0, stderr);
  const { bomFormat, components } = JSON.parse(stdout) as {
    bomFormat: string;
    components: { purl: string }[];
  };
  t.equal(bomFormat, 'CycloneDX');
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    t.ok(
      components.some((each) => each.purl === purl),
      purl,
    );
  }
});
