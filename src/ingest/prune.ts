// Removes records that are no longer in their files, and notes what stays or is lost because a file was not read.
import { counted } from '../text/counted.ts';
import type { Findings } from './check/findings.ts';
import type { OldRecords } from './load/old-records.ts';
import { isUnder, labelOf, labelOfOrigin } from './read/file-names.ts';
import { noSuchFile } from './read/files.ts';

/**
 * Removes what came from these paths and was not read now. A path that is not there any more counts if records came from
 * it. Records of a folder that was renamed came from its old path: those that stay for that reason are noted.
 */
export function prune(
  old: OldRecords,
  findings: Findings,
  paths: readonly string[],
  gone: readonly string[],
): void {
  const origins = old.origins();
  const isGiven = (origin: string): boolean => paths.some((given) => isUnder(given, origin));
  for (const given of gone.filter((each) => !origins.some((origin) => isUnder(each, origin))))
    findings.add({ file: labelOf(given), line: null, column: null, path: '', message: noSuchFile });
  old.remove(origins.filter(isGiven));
  for (const { origin, stay } of old.leftBehind(origins.filter((each) => !isGiven(each)))) {
    const count = counted(stay, 'record stays', 'records stay');
    findings.notes.push(
      `${count} that came from ${labelOfOrigin(origin)} under another path, as did others that stand here now. ` +
        'If a folder or file was renamed, remove them by naming its old path too: --prune <old path> <new path>',
    );
  }
}

/** Renditions that a file added to a statement of another are lost where the other is read alone. */
export function noteLostRenditions(old: OldRecords, findings: Findings): void {
  for (const { origin, renditions, statements } of old.lostRenditions())
    findings.notes.push(
      `${counted(statements, 'statement loses', 'statements lose')} ${counted(renditions, 'rendition', 'renditions')} ` +
        `whose source stays: it came from ${labelOfOrigin(origin)}, which was not read now. ` +
        'If a file beside it added the renditions, name its folder at each ingest, too',
    );
}
