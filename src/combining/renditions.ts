// Statements by their renditions: filters by attributes of renditions hold of one and the same rendition.
import { DocIdBuilder } from '../doc-ids/builder.ts';
import { DocIdSet } from '../doc-ids/doc-id-set.ts';
import { type Group, isOfRendition } from '../store/plan.ts';
import { having } from './having.ts';
import type { NumberedSelection } from './numbered.ts';
import type { Source } from './source.ts';

const isAsked = ({ facet, negated }: Group): boolean => !negated && isOfRendition(facet);

/** Whether the groups ask for several attributes of renditions. With one alone, the statements' own terms give the same. */
export const spansRenditions = (groups: readonly Group[]): boolean =>
  new Set(groups.filter(isAsked).map(({ facet }) => facet)).size > 1;

/**
 * The groups that one rendition must satisfy together. Where a facet has several groups, a statement needs a rendition for each
 * combination: reported by one source and by another, both in direct speech.
 */
export function waysOf(groups: readonly Group[]): Group[][] {
  const asked = groups.filter(isAsked);
  return [...new Set(asked.map(({ facet }) => facet))].reduce(
    (ways: Group[][], facet) => {
      const own = asked.filter((group) => group.facet === facet);
      return ways.flatMap((way) => own.map((group) => [...way, group]));
    },
    [[]],
  );
}

/** The ways that one more value of a facet is a part of. */
export const waysWith = (facet: string, groups: readonly Group[]): Group[][] =>
  waysOf(groups.filter((group) => group.facet !== facet));

/**
 * Whether facets are counted by renditions: of statements, where two attributes of renditions meet. The facets' own groups
 * are none.
 */
export function needsRenditions(
  { collection, groups }: Pick<NumberedSelection, 'collection' | 'groups'>,
  facets: readonly string[],
): boolean {
  if (collection !== 'statements') return false;
  const counted = facets.filter(isOfRendition);
  return (
    counted.length > 1 ||
    (counted.length === 1 && groups.some((group) => isAsked(group) && group.facet !== counted[0]))
  );
}

/** The renditions that satisfy the groups of a way, and all groups of a selection by which statements themselves are found. */
export function renditionsIn(source: Source, { groups }: NumberedSelection, way: readonly Group[]): DocIdSet {
  const own = groups.filter(({ facet, negated }) => !negated && !isOfRendition(facet));
  const [rarest, ...others] = [...own, ...way]
    .map((group) => having(source, 'renditions', ofRenditions(group)))
    .sort((a, b) => a.count - b.count);
  if (rarest === undefined) return DocIdSet.range(source.range('renditions'));
  return others.reduce((found, other) => found.intersect(other), rarest);
}

/** The group of renditions for one of statements: a statement's id is not a rendition's. */
const ofRenditions = (group: Group): Group =>
  group.facet === 'id' ? { ...group, facet: 'statement' } : group;

/** The statements of some renditions. */
export function statementsOf(source: Source, renditions: DocIdSet): DocIdSet {
  const statementOf = statementReader(source);
  const found = new DocIdBuilder();
  for (const number of renditions) found.add(statementOf(number));
  return found.build();
}

/** Gives the number of a rendition's statement. */
export function statementReader(source: Source): (rendition: number) => number {
  const statements = source.statementNumbers();
  const { first } = source.range('renditions');
  return (rendition) => statements[rendition - first] as number;
}
