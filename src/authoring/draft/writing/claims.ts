// Writes the entries of an article in claims.yaml.
import type { UniqueIds } from '../ids.ts';
import { positionsOf } from './positions.ts';
import type { ReadArticle } from './read-article.ts';
import { flow } from './yaml-lines.ts';

/** One entry for each claim; the event is the one that the article is about. */
export function claimsYaml({ article, sourceId, claims, event }: ReadArticle, ids: UniqueIds): string {
  const at = positionsOf(article);
  return claims
    .map((claim) => {
      const { start, end } = at(claim);
      return `${[
        `- id: ${ids.take(`${event}-${claim.attribute}-${sourceId}`)}`,
        `  event: ${event}`,
        `  attribute: ${claim.attribute}`,
        `  value: ${flow(claim.value)}`,
        `  source: ${sourceId}`,
        `  paragraph: ${claim.paragraph}`,
        `  start: ${start}`,
        `  end: ${end}`,
      ].join('\n')}\n`;
    })
    .join('');
}
