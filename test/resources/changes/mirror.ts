// A client that follows the dataset by /changes alone and keeps a copy of every document.
import type { Change } from '../../../src/resources/changes/schema.ts';
import type { TestApp } from '../../support/app.ts';
import { pathOf } from '../../support/lists.ts';

export interface ChangeList {
  data: Change[];
  page: { total: number; limit: number; next: string | null };
  from: string | null;
  to: string;
  at: string;
  follow: string;
}

/** Documents by their paths. */
export type Documents = Map<string, string>;

export interface Mirror {
  documents: Documents;
  /** Follows up to now; told before each page, so that a test may disturb it. Gives the number of documents read. */
  follow(disturb?: () => Promise<void>): Promise<number>;
}

export function mirrorOf({ app, get }: TestApp, start = '/changes?limit=50'): Mirror {
  const documents: Documents = new Map();
  let question = start;
  const follow = async (disturb: () => Promise<void> = async () => undefined): Promise<number> => {
    let reads = 0;
    for (let next: string | null = question; next !== null; ) {
      await disturb();
      const body: ChangeList = await get<ChangeList>(pathOf(next));
      for (const { href, change } of body.data) {
        const response = change === 'removed' ? null : await app.inject(href);
        reads += 1;
        if (response?.statusCode === 200) documents.set(href, response.body);
        else documents.delete(href); // it went after the state that this walk leads to
      }
      next = body.page.next;
      question = body.follow;
    }
    return reads;
  };
  return { documents, follow };
}

/** Every document of every collection, read the long way. */
export async function allDocuments({ app, get }: TestApp): Promise<Documents> {
  const { collections } = await get<{ collections: Record<string, unknown> }>('/dataset');
  const documents: Documents = new Map();
  for (const collection of Object.keys(collections)) {
    const { body } = await app.inject(`/${collection}?format=ndjson`);
    for (const line of body.split('\n').filter(Boolean)) documents.set(JSON.parse(line).href, line);
  }
  return documents;
}
