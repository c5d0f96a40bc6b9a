// Serves the cross table of two facets of a list.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { PairCount } from '../../../store/counts.ts';
import type { Name } from '../../../store/names.ts';
import { narrowedTo, type Selection } from '../../../store/plan.ts';
import { type Context, type Data, readData } from '../../context.ts';
import { csv, csvParameters } from '../../formats/csv.ts';
import { formatParameter } from '../../formats/format.ts';
import { jsonList, ndjson } from '../../formats/json.ts';
import { answers } from '../../openapi/responses.ts';
import { Problem } from '../../problems/problem.ts';
import { commaList, wordsIn } from '../../request/array-parameters.ts';
import { listOf, stepParameters } from '../../request/paging.ts';
import type { FacetedList } from '../contract.ts';
import { readSelection, selectionParameters } from '../planning.ts';
import { answerRows, type Row, type RowList, type RowsQuery } from '../rows.ts';
import { unfiltered } from './counts.ts';
import { type Facet, facetValueSchema, namesOf, readFacet } from './facet.ts';
import { linkTo } from './links.ts';
import { pairsOf } from './pairs.ts';
import { unitOf, unitSchema } from './unit.ts';

const cell = z
  .object({
    values: z
      .array(
        facetValueSchema.pick({ id: true, name: true }).extend({
          facet: z.string().meta({ description: 'The facet of the value.', examples: ['speaker'] }),
        }),
      )
      .meta({ description: 'One value of each facet, in the order of `by`.' }),
    count: z
      .int()
      .min(1)
      .meta({ description: 'Documents that carry both.', examples: [4] }),
    href: z.string().meta({
      description: 'Path of the list that holds exactly these.',
      examples: ['/statements?speaker=putin&topic=ukraine'],
    }),
  })
  .meta({ id: 'CrossTableCell', description: 'A cell of a cross table; empty ones are left out.' });

const table = listOf('CrossTable', cell, unitSchema);

/** Columns of both values of a cell. */
const columnsOfValues = [0, 1].flatMap((at) =>
  ['facet', 'id', 'name.*'].map((field) => `values.${at}.${field}`),
);

const formats = [jsonList(table), ndjson, csv({ columns: [...columnsOfValues, 'count', 'href'] })] as const;

type Pair = readonly [Facet, Facet];

type Cell = PairCount & Row;

/** Registers `<list>/counts`. */
export function serveCrossTable(app: FastifyInstance, context: Context, list: FacetedList): void {
  const { facets } = list;
  const by = commaList(100).meta({
    description: `Two facets, separated by a comma, out of ${facets.map(({ name }) => name).join(', ')}.`,
    examples: ['speaker,topic'],
  });
  const schema = {
    tags: [list.tag],
    summary: 'Count by two facets',
    description:
      'The cross table of two facets under the filters of the request: all cells that are not empty. Items that match a filter may also have other values of its facet.',
    querystring: z.strictObject({
      by,
      ...selectionParameters(list),
      ...stepParameters,
      ...formatParameter(formats),
      ...csvParameters,
    }),
    response: answers(formats, 'The cells, fullest first.'),
  };
  app.get(`${list.path}/counts`, { schema }, async (request, reply) => {
    const query = request.query as RowsQuery & { by: string };
    const pair = readPair(facets, query.by);
    return readData(context, async (data) => {
      const { selection } = await readSelection(data, list, { id: '' }, query);
      const identity = JSON.stringify([list.path, query.by, selection]);
      return answerRows(context, data, request, reply, formats, identity, () =>
        cells(data, list, query, selection, pair),
      );
    });
  });
}

function readPair(facets: readonly Facet[], by: string): Pair {
  const [one, other, ...more] = wordsIn(by).map((name) => readFacet(facets, name, 'by'));
  if (one && other && one !== other && more.length === 0) return [one, other];
  throw new Problem({
    code: 'invalid-parameter',
    detail: `by: expected two different facets, separated by a comma`,
    param: 'by',
    allowed: facets.map(({ name }) => name),
  });
}

async function cells(
  data: Data,
  list: FacetedList,
  query: RowsQuery & { by: string },
  selection: Selection,
  [one, other]: Pair,
): Promise<RowList<Cell>> {
  const rest = unfiltered(list, query);
  const counted = await pairsOf(data, selection, [one.name, other.name]);
  return {
    beside: unitOf(list.counting, '/counts', selection.groups, { by: query.by, ...rest }),
    rows: counted.map((pair) => ({ ...pair, position: { key: pair.values.join(' '), weight: pair.count } })),
    async write(rows) {
      const names = await Promise.all(
        [one, other].map((facet, at) =>
          namesOf(
            data,
            facet,
            rows.map(({ values }) => values[at] as string),
          ),
        ),
      );
      return rows.map(({ values, count }, row) => {
        const named = [one, other].map((facet, at) => ({
          ...{ facet: facet.name, id: values[at] as string, name: names[at]?.[row] as Name },
        }));
        const groups = named.reduce(
          (narrowed, { facet, id }) => narrowedTo(narrowed, facet, id),
          selection.groups,
        );
        return { values: named, count, href: linkTo(list.path, groups, rest) };
      });
    },
  };
}
