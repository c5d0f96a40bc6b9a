// No statement of the PostgreSQL store asks for what Citus refuses where the large tables are distributed (docs/scale.md).
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'libpg-query';
import t from 'tap';
import { everyChangeStatement } from '../../src/postgres/change-statements.ts';
import * as statements from '../../src/postgres/statements.ts';
import { inProject } from '../../src/project.ts';

/** The tables that are distributed, each with its column; all others are on every node. */
const distributed = new Map([
  ['document', 'number'],
  ['document_moment', 'number'],
  ['document_terms', 'number'],
  ['text_block', 'stem'],
  ['record_piece', 'start'],
]);

/** Every statement that a server sends, with a schema in the place of `@`. */
const texts = [
  ...Object.values(statements).flatMap((each) => (typeof each === 'object' ? each.text : [])),
  ...everyChangeStatement().map(({ text }) => text),
  statements.currentQuery,
  statements.copyDocuments([1, 2]),
  statements.copyDocIds([1, 2]),
  statements.copyDocumentTerms([
    [1, 2],
    [7, 9],
  ]),
  statements.copyBlocks([1, 2], { first: 0, last: 3 }, false),
  statements.copyBlocks([1, 2], { first: 0, last: 3 }, true),
].map((text) => text.replaceAll('@', 'summit_x.'));

type Node = Record<string, unknown>;

/** Every node of a parse tree of one type. */
function nodesOf(tree: unknown, type: string): Node[] {
  if (typeof tree !== 'object' || tree === null) return [];
  if (Array.isArray(tree)) return tree.flatMap((each) => nodesOf(each, type));
  return Object.entries(tree).flatMap(([name, value]) => [
    ...(name === type ? [value as Node] : []),
    ...nodesOf(value, type),
  ]);
}

const tablesOf = (tree: unknown): string[] => nodesOf(tree, 'RangeVar').map(({ relname }) => String(relname));

t.test('every statement', async (t) => {
  t.ok(texts.length > 30, `${texts.length} statements`);
  for (const text of texts) {
    const tree = await parse(text);
    const large = tablesOf(tree).filter((name) => distributed.has(name));
    const columns = new Set(large.map((name) => distributed.get(name)));
    t.ok(columns.size <= 1, `tables that lie together: ${text}`);
    const joined = nodesOf(tree, 'JoinExpr').map(({ usingClause }) => JSON.stringify(usingClause));
    if (large.length > 1)
      t.ok(
        joined.every((using) => [...columns].some((column) => using === `[{"String":{"sval":"${column}"}}]`)),
        `joined on that column: ${text}`,
      );
    t.equal(
      nodesOf(tree, 'SelectStmt').some(({ groupClause }) =>
        JSON.stringify(groupClause ?? []).includes('GroupingSet'),
      ),
      false,
      'no grouping sets',
    );
    t.same(nodesOf(tree, 'CommonTableExpr'), [], 'no CTE');
    t.same(nodesOf(tree, 'WindowFunc').concat(nodesOf(tree, 'WindowDef')), [], 'no window');
    t.same(nodesOf(tree, 'LockingClause'), [], 'no lock');
  }
});

t.test('no statement stands anywhere else', async (t) => {
  const folder = inProject('src', 'postgres');
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    if (!name.endsWith('.ts') || /statements\.ts$/.test(name) || name.startsWith('publish')) continue;
    if (name === 'tables.ts') continue; // statements of SQLite
    t.notMatch(readFileSync(path.join(folder, name), 'utf8'), /\bSELECT\b/, name);
  }
});
