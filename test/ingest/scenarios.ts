// Runs tables of bad input: what is said of it and where, and that the database stays as it was.
import path from 'node:path';
import t from 'tap';
import { contentOf, databaseBeside, type Files, load, shown, world, write } from './world.ts';

/** Files that are ingested after the world was, and every problem that is reported, in order. */
export interface Scenario {
  name: string;
  files: Files;
  problems: string[];
}

export function testScenarios(scenarios: readonly Scenario[]): void {
  for (const { name, files, problems } of scenarios) {
    t.test(name, async (t) => {
      const dir = t.testdir();
      const before = write(path.join(dir, 'before'), world);
      const folder = write(path.join(dir, 'now'), files);
      t.same((await load(before)).problems, []);
      const content = contentOf(databaseBeside(before));
      const report = await load(before, { paths: [folder] });
      const said = shown(report.problems, folder, dir);
      t.strictSame(said, problems);
      t.equal(report.problemCount, problems.length);
      t.equal(report.versionAfter, report.versionBefore);
      t.equal(contentOf(databaseBeside(before)), content, 'the database is as it was');
    });
  }
}
