// What was read of one article, ready to be written as records.
import type { Article } from '../article.ts';
import type { ClaimDraft } from '../claims/claim.ts';
import type { Dateline } from '../dateline.ts';
import type { Drafted } from '../json.ts';
import type { Surroundings } from '../surroundings.ts';

export type ReadArticle = {
  article: Article;
  /** True where the text was made from HTML: it has to be kept beside the drafts. */
  extracted: boolean;
  sourceId: string;
  drafted: { each: Drafted; around: Surroundings }[];
  claims: ClaimDraft[];
  /** The event that the article is about, or null. */
  event: string | null;
  date: string | null;
  dateline: Dateline | null;
};
