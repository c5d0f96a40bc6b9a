// Reads what tests say of themselves (TAP 14, testanything.org): how many checks passed in each file.

/** What came of the checks of a file. */
export interface Checked {
  passed: number;
  /** What could not be checked on this machine. */
  skipped: number;
  /** The names of those that failed. */
  failed: string[];
}

/** A file or a test within it begins, which the files' own names tell apart. */
const beginning = /^# Subtest: (.+)$/;

/** A check. What sums up those of a test has a time instead. */
const check = /^( *)(not )?ok \d+(?: - (.*))?$/;

/** By the name of the file. A file that ended badly has a failure, though each of its checks may have passed. */
export function countChecks(output: string): Map<string, Checked> {
  const files = new Map<string, Checked>();
  let file: Checked = { passed: 0, skipped: 0, failed: [] };
  for (const line of output.split('\n')) {
    const [, begun] = beginning.exec(line) ?? [];
    if (begun !== undefined) {
      file = { passed: 0, skipped: 0, failed: [] };
      files.set(begun, file);
    }
    const [found, , not, name = ''] = check.exec(line) ?? [];
    if (found === undefined) continue;
    if (not !== undefined) file.failed.push(name.replace(/ # time=.*$/, ''));
    else if (/ # SKIP\b/i.test(name)) file.skipped += 1;
    else if (!/ # time=[\d.]+ms(?: \{)?$/.test(name)) file.passed += 1;
  }
  return files;
}
