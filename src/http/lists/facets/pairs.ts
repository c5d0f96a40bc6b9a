// Counts the cells of a cross table, with the filters by its own facets.
import { byPairCount, type PairCount } from '../../../store/counts.ts';
import { isOfRendition, narrowedTo, type Selection } from '../../../store/plan.ts';
import type { Data } from '../../context.ts';

/**
 * All cells that are not empty, fullest first. Of statements, a filter by a facet of renditions that is one of the two
 * limits the table to the values that it names: the table is then counted row by row.
 */
export async function pairsOf(
  data: Data,
  selection: Selection,
  facets: readonly [string, string],
): Promise<PairCount[]> {
  const limited = facets.find((facet) => namedValues(selection, facet) !== null);
  if (limited === undefined) return data.pairs(selection, facets);
  const [one, other] = facets;
  const across = limited === one ? other : one;
  const rows = (namedValues(selection, limited) ?? []).map(async (value) => {
    const narrowed = { ...selection, groups: narrowedTo(selection.groups, limited, value) };
    const counts = (await data.facets(narrowed, [across])).get(across) ?? [];
    const columns = namedValues(selection, across);
    return counts
      .filter((each) => columns === null || columns.includes(each.value))
      .map(({ value: column, count }): PairCount => {
        return { values: limited === one ? [value, column] : [column, value], count };
      });
  });
  return (await Promise.all(rows)).flat().sort(byPairCount);
}

/** The values of a facet of renditions that the filters of statements name; null where they name none. */
function namedValues({ collection, groups }: Selection, facet: string): string[] | null {
  if (collection !== 'statements' || !isOfRendition(facet)) return null;
  const own = groups.filter((group) => group.facet === facet && !group.negated);
  return own.length === 0 ? null : [...new Set(own.flatMap(({ values }) => values))];
}
