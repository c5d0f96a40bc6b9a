// Proves what the seeds say against the articles: SHA-256, paragraphs, spans, quotes and cues, to the letter.

import { Findings } from '../../ingest/check/findings.ts';
import type { Problem, ProblemList } from '../../ingest/check/problems.ts';
import { findFiles } from '../../ingest/read/files.ts';
import { checkedRecords, checkedRenditions } from './checked-records.ts';
import { type Counts, Proof } from './proof.ts';

/** How much was proven, what is wrong, and what a reader should look at again. */
export interface VerifyReport extends ProblemList {
  warnings: Problem[];
  proven: Counts;
  /** What stands in sources that are known without their text. */
  unproven: Counts;
}

/** Compares everything under the seeds folder with the articles. Changes nothing. */
export function verify(articlesFolder: string, seeds: string): VerifyReport {
  const findings = new Findings();
  const warnings = new Findings();
  const { files, problems } = findFiles([seeds]);
  for (const problem of problems) findings.add(problem);
  const proof = new Proof(articlesFolder, findings, warnings);
  for (const { record, at } of checkedRecords(files, 'source', findings)) proof.source(record, at);
  for (const { record, at } of checkedRenditions(files, findings)) proof.statement(record, at);
  for (const { record, at } of checkedRecords(files, 'claim', findings)) proof.claim(record, at);
  return {
    ...findings.list(),
    warnings: warnings.list().problems,
    proven: proof.proven,
    unproven: proof.unproven,
  };
}
