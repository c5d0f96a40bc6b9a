// Reads topics from the truth and makes the answers of /topics.

import { byLanguage, type Truth, textsByLanguage } from '../../sqlite/truth.ts';
import type { Counter, Document } from '../../store/documents.ts';
import type { Topic } from './schema.ts';

/** All topics, by id. */
export function* topicDocuments(truth: Truth, counter: Counter): Iterable<Document> {
  const { database } = truth;
  const query = database.prepare('SELECT id, broader FROM topic ORDER BY id');
  const narrower = database.prepare('SELECT id FROM topic WHERE broader = ? ORDER BY id').pluck();
  const description = database
    .prepare(`SELECT language, description FROM topic_description WHERE topic = ? ${byLanguage}`)
    .raw();
  for (const { id, broader } of query.all() as { id: string; broader: string | null }[]) {
    const { name, href } = truth.reference('topic', id);
    const body: Topic = {
      id,
      href,
      name,
      description: textsByLanguage(description.all(id) as [string, string][]),
      broader: truth.optionalReference('topic', broader),
      narrower: (narrower.all(id) as string[]).map((child) => truth.reference('topic', child)),
      statements: { topic: counter('statements', 'topic', id) },
    };
    const terms = truth.lineage('topic', broader).map((parent) => ['broader', parent] as const);
    const text = { quoted: truth.forms('topic', id), own: Object.values(body.description) };
    yield { id, sortKey: id, weight: body.statements.topic.count, body, terms, text };
  }
}
