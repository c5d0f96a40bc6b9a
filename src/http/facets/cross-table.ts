// Serves the cross table of two facets of a list.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { PairCount } from '../../database/cross-table.ts';
import type { Selection } from '../../database/plan.ts';
import { type Context, readData } from '../context.ts';
import { formatParameter } from '../formats/format.ts';
import { jsonList, ndjson } from '../formats/json.ts';
import type { FacetedList, List } from '../list.ts';
import { listOf, stepParameters } from '../paging.ts';
import { readSelection, selectionParameters } from '../planning.ts';
import { Problem } from '../problem.ts';
import { answers } from '../responses.ts';
import { answerRows, type Row, type RowsQuery } from '../rows.ts';
import { unfiltered } from './counts.ts';
import { type Facet, facetValueSchema, linkTo, nameOf, readFacet } from './facet.ts';

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

type Pair = readonly [Facet, Facet];

/** Registers `<list>/counts`. */
export function serveCrossTable(app: FastifyInstance, context: Context, list: FacetedList): void {
  const { facets } = list;
  const formats = [jsonList(listOf('CrossTable', cell)), ndjson] as const;
  const by = z
    .string()
    .max(100)
    .meta({
      description: `Two facets, separated by a comma, out of ${facets.map(({ name }) => name).join(', ')}.`,
      examples: ['speaker,topic'],
    });
  const schema = {
    tags: [list.tag],
    summary: 'Count by two facets',
    description: 'The cross table of two facets under the filters in force: every cell that is not empty.',
    querystring: z.strictObject({
      by,
      ...selectionParameters(list),
      ...stepParameters,
      ...formatParameter(formats),
    }),
    response: answers(formats, 'The cells, fullest first.'),
  };
  app.get(`${list.path}/counts`, { schema }, async (request, reply) => {
    const query = request.query as RowsQuery & { by: string };
    const pair = readPair(facets, query.by);
    return readData(context, () => {
      const { selection } = readSelection(context, list, { id: '' }, query);
      const identity = JSON.stringify([list.path, query.by, selection]);
      return answerRows(context, request, reply, formats, identity, () =>
        cells(context, list, query, selection, pair),
      );
    });
  });
}

function readPair(facets: readonly Facet[], by: string): Pair {
  const [one, other, ...more] = by.split(',').map((name) => readFacet(facets, name.trim(), 'by'));
  if (one && other && one !== other && more.length === 0) return [one, other];
  throw new Problem({
    code: 'invalid-parameter',
    detail: `by: expected two different facets, separated by a comma`,
    param: 'by',
    allowed: facets.map(({ name }) => name),
  });
}

function cells({ store }: Context, list: List, query: RowsQuery, selection: Selection, pair: Pair): Row[] {
  const rest = unfiltered(list, query);
  return store.countPairs(selection, [pair[0].name, pair[1].name]).map(({ values, count }: PairCount) => {
    const body = (): object => {
      const named = pair.map((facet, at) => {
        const id = String(values[at]);
        return { facet: facet.name, id, name: nameOf(store, facet, id) };
      });
      const groups = named.map(({ facet, id }) => ({ facet, values: [id], negated: false }));
      return { values: named, count, href: linkTo(list.path, [...selection.groups, ...groups], rest) };
    };
    return { position: { key: values.join(' '), weight: count }, body };
  });
}
