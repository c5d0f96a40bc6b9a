// The comparison of a statement's renditions: what can be asked, how it is described, what it answers.
import type { Data } from '../../http/context.ts';
import type { ItemView } from '../../http/lists/collection.ts';
import { type Filter, filterParameters } from '../../http/request/filters.ts';
import { readFilters } from '../../http/request/read-filters.ts';
import type { Group } from '../../store/plan.ts';
import { unstatedOutlet } from '../organizations/schema.ts';
import { outletsOf } from '../sources/outlet-filters.ts';
import type { Rendition, Statement } from '../statements/schema.ts';
import { compare } from './compare.ts';
import { comparison } from './schema.ts';

const collection = 'statements';

const filters: Filter[] = [
  {
    param: 'outlet',
    description: `Compares only what outlets published or are credited for; \`${unstatedOutlet}\` stands for sources whose text names no publisher.`,
    example: unstatedOutlet,
    hasSeveral: true,
    values: { names: ['outlet'], also: [unstatedOutlet] },
  },
  {
    param: 'source',
    description: 'Compares only the renditions of sources.',
    example: 'article-000,article-001',
    values: { names: ['source'] },
  },
];

export const comparisonView: ItemView = {
  name: 'comparison',
  summary: 'Compare the renditions of a statement',
  description:
    'The renditions of one statement side by side: the words that all of them quote, the differences of each pair (in spelling or in wording), the modes, the speech verbs and the credited outlets.',
  view: comparison,
  fields: 'wording,similarity,cores.words.forms,pairs.similarity',
  parameters: filterParameters(filters),
  make: comparisonOf,
};

async function comparisonOf(data: Data, id: string, query: Record<string, unknown>) {
  const groups = await readFilters(data, collection, filters, query);
  const [body] = await data.documents(collection, [id]);
  if (!body) return null;
  return () => {
    const statement = JSON.parse(body.toString('utf8')) as Statement;
    const isSelected = (rendition: Rendition) => groups.every((group) => isIn(group, rendition));
    return compare(statement, statement.renditions.filter(isSelected));
  };
}

/** Whether one rendition satisfies a group of values: here every filter tests renditions, not whole statements. */
function isIn({ facet, values, negated }: Group, rendition: Rendition): boolean {
  const own = facet === 'source' ? [rendition.source.id] : outletsOf(rendition);
  return own.some((value) => values.includes(value)) !== negated;
}
