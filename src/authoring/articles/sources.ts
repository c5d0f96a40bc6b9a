// Joins the sources that the seeds record with the files of the articles folder.

import type { Findings } from '../../ingest/check/findings.ts';
import { labelOf } from '../../ingest/read/file-names.ts';
import type { RecordPlace } from '../../ingest/read/files.ts';
import { type Article, readArticle } from './article.ts';
import type { SeedRecord } from './seed-files.ts';

/** Stands for the article of a source that is known by its URL or by a citation alone. */
export const withoutText = 'without text';

/** The articles by the id of their source; null for one that cannot be used, which is a finding already. */
export type ArticlesBySource = Map<string, Article | typeof withoutText | null>;

/** Reads each source's article and compares its SHA-256: offsets into another text would be wrong without a word. */
export function readArticles(
  folder: string,
  sources: readonly SeedRecord[],
  findings: Findings,
): ArticlesBySource {
  return new Map(
    sources.map((record) => {
      const { id } = record.value;
      return [String(id), articleOf(folder, record, findings)];
    }),
  );
}

function articleOf(
  folder: string,
  { value, at }: SeedRecord,
  findings: Findings,
): Article | typeof withoutText | null {
  const { file = null, sha256 } = value;
  return file === null ? withoutText : recordedArticle(folder, String(file), sha256, at, findings);
}

/** The article in a file, if it is the text whose SHA-256 was recorded; null after an issue. */
export function recordedArticle(
  folder: string,
  file: string,
  sha256: unknown,
  at: RecordPlace,
  findings: Findings,
): Article | null {
  const article = readArticle(folder, file);
  if (typeof article === 'string') {
    findings.addIssue(at, { path: ['file'], message: `${file} in ${labelOf(folder)}: ${article}` });
    return null;
  }
  if (article.sha256 === sha256) return article;
  const message = `${file} has the SHA-256 ${article.sha256}; it is not the text that was recorded`;
  findings.addIssue(at, { path: ['sha256'], message });
  return null;
}
