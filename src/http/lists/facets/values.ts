// Serves all values of one facet of a list.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { byCount } from '../../../store/counts.ts';
import { type Context, readData } from '../../context.ts';
import { csv, csvParameters } from '../../formats/csv.ts';
import { formatParameter } from '../../formats/format.ts';
import { jsonList, ndjson } from '../../formats/json.ts';
import { answers } from '../../openapi/responses.ts';
import { listOf, stepParameters } from '../../request/paging.ts';
import type { FacetedList } from '../contract.ts';
import { readSelection, selectionParameters } from '../planning.ts';
import { answerRows, type RowsQuery } from '../rows.ts';
import { countFacet, facetIdentity, positionOf, unfiltered } from './counts.ts';
import { facetValueSchema, readFacet } from './facet.ts';
import { unitOf, unitSchema } from './unit.ts';

const valueList = listOf('FacetValueList', facetValueSchema, unitSchema);

/** Registers `<list>/facets/{facet}`. */
export function serveFacetValues(app: FastifyInstance, context: Context, list: FacetedList): void {
  const { facets } = list;
  const formats = [jsonList(valueList), ndjson, csv({ columns: ['id', 'name.*', 'count', 'href'] })] as const;
  const facetNames = facets.map(({ name }) => name).join(', ');
  const schema = {
    tags: [list.tag],
    summary: 'List the values of a facet',
    description:
      'All values of a facet with their exact counts under the filters of the request, except the filter by the facet itself.',
    params: z.object({
      facet: z.string().meta({ description: `The facet: ${facetNames}.`, examples: ['speaker'] }),
    }),
    querystring: z.strictObject({
      ...selectionParameters(list),
      ...stepParameters,
      ...formatParameter(formats),
      ...csvParameters,
    }),
    response: answers(formats, 'The values, most frequent first.'),
  };
  app.get(`${list.path}/facets/:facet`, { schema }, async (request, reply) => {
    const query = request.query as RowsQuery;
    const facet = readFacet(facets, (request.params as { facet: string }).facet, 'facet');
    return readData(context, async (data) => {
      const { selection } = await readSelection(data, list, { id: '' }, query);
      const identity = facetIdentity(list, facet, selection);
      return answerRows(context, data, request, reply, formats, identity, async () => {
        const rest = unfiltered(list, query);
        const { counts, write } = await countFacet(data, list, rest, selection, facet);
        const rows = [...counts].sort(byCount).map((count) => ({ ...count, position: positionOf(count) }));
        const beside = unitOf(list.counting, `/facets/${facet.name}`, selection.groups, rest);
        return { rows, write, beside };
      });
    });
  });
}
