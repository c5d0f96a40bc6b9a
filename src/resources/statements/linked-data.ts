// A statement and its renditions in the terms of schema.org.
import {
  articleNode,
  creditedWork,
  dateNode,
  documentNode,
  type Node,
  optionalNode,
  referenceNode,
} from '../../http/formats/nodes.ts';
import type { Rendition, Statement } from './schema.ts';

/**
 * A statement is a Quotation, in the record's own words. Each rendition is an example of it, again a Quotation: in the
 * words that its article quotes.
 */
export function statementNode(statement: Statement, origin: string): Node {
  const speakers = statement.speakers.map((speaker) => referenceNode(speaker, origin));
  const articles = new Map(
    statement.renditions.map(({ source }) => [source.id, articleNode(source, origin)]),
  );
  return documentNode('Quotation', statement, origin, {
    abstract: statement.gist,
    spokenByCharacter: speakers,
    creator: speakers,
    dateCreated: dateNode(statement.saidOn),
    recordedAt: optionalNode(statement.event, origin),
    locationCreated: optionalNode(statement.place, origin),
    about: statement.topics.map((topic) => referenceNode(topic, origin)),
    mentions: statement.mentions.map((mention) => referenceNode(mention, origin)),
    citation: [...articles.values()],
    workExample: statement.renditions.map((rendition) => renditionNode(rendition, origin)),
  });
}

const renditionNode = ({ id, href, quotes, language, source, via }: Rendition, origin: string): Node =>
  documentNode('Quotation', { id, href }, origin, {
    inLanguage: language,
    text: quotes.map(({ text }) => ({ '@value': text, '@language': language })),
    isPartOf: articleNode(source, origin),
    isBasedOn: creditedWork(via, origin),
  });
