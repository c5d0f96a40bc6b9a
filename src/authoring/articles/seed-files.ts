// Reads the seeds' sources, statements and claims as YAML nodes, for commands that work on the text itself.
import { isMap, isSeq, type YAMLMap } from 'yaml';
import type { Findings } from '../../ingest/check/findings.ts';
import { readText } from '../../ingest/read/encoding.ts';
import type { InputFile, RecordPlace } from '../../ingest/read/files.ts';
import { lineAndColumn, parseYaml } from '../../ingest/read/yaml.ts';
import { offsetOf, type Plain, plainValue } from '../../ingest/read/yaml-values.ts';
import type { Kind } from '../../records/kinds.ts';

/** A record in a YAML file: its node, its plain value, and where it stands. */
export interface SeedRecord {
  node: YAMLMap;
  value: { [field: string]: Plain };
  at: RecordPlace;
}

/** A YAML file of the seeds with its text, so that stretches of it can be replaced. */
export interface SeedFile {
  file: InputFile;
  text: string;
  records: SeedRecord[];
}

/** Reads the YAML files of one kind; what cannot be read is a finding, and its file is left out. */
export function readSeedFiles(files: readonly InputFile[], kind: Kind, findings: Findings): SeedFile[] {
  const written = files.filter(({ format, holds }) => format === 'yaml' && holds === kind);
  return written.flatMap((file) => readSeedFile(file, findings) ?? []);
}

function readSeedFile(file: InputFile, findings: Findings): SeedFile | null {
  const text = readText(file.path);
  if (typeof text !== 'string') {
    findings.addFault(file, text);
    return null;
  }
  const { contents, lines, faults } = parseYaml(text);
  const records = (isSeq(contents) ? contents.items : []).flatMap((node, place): SeedRecord[] => {
    const value = plainValue(node, lines, faults);
    if (!isMap(node) || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return [{ node, value, at: { file, place, line: lineAndColumn(lines, offsetOf(node)).line } }];
  });
  for (const fault of faults) findings.addFault(file, fault);
  return faults.length > 0 ? null : { file, text, records };
}
