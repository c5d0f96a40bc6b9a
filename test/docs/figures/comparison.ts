// Makes the tables of `docs/comparison.md` and `docs/discrepancies.md` from what the API answers.
import type { Comparison, RenditionPair } from '../../../src/resources/comparison/schema.ts';
import { type Discrepancy, type Status, statuses } from '../../../src/resources/discrepancies/schema.ts';
import { type Wording, wordings } from '../../../src/resources/statements/wording.ts';

export type Get = <T>(url: string) => Promise<T>;

interface List<T> {
  data: T[];
}

/** Every table by its document and the name of its place there. */
export async function comparisonTables(get: Get): Promise<Record<string, Record<string, string>>> {
  const comparisons = await comparisonsOf(get);
  const { data: discrepancies } = await get<List<Discrepancy>>('/discrepancies?limit=100');
  return {
    'docs/comparison.md': {
      wordings: wordingTable(comparisons),
      stretches: stretchTable(comparisons.flatMap(({ pairs }) => pairs)),
      statements: statementTable(comparisons),
    },
    'docs/discrepancies.md': { statuses: statusTable(discrepancies), values: valueTable(discrepancies) },
  };
}

async function comparisonsOf(get: Get): Promise<Comparison[]> {
  const { data } = await get<List<{ id: string }>>('/statements?limit=100&sort=-renditions');
  return Promise.all(data.map(({ id }) => get<Comparison>(`/statements/${id}/comparison`)));
}

function wordingTable(comparisons: readonly Comparison[]): string {
  const count = (wording: Wording) => comparisons.filter((each) => each.wording === wording).length;
  const rows = wordings.map((wording) => `| \`${wording}\` | ${count(wording)} |`);
  return ['| `wording` | statements |', '| --- | ---: |', ...rows].join('\n');
}

function stretchTable(pairs: readonly RenditionPair[]): string {
  const compared = pairs.filter(({ similarity }) => similarity !== null);
  const stretches = compared.flatMap((pair) => pair.stretches);
  const kinds = ['equal', 'spelling', 'form', 'replaced', 'dropped', 'added'] as const;
  const rows = kinds.map(
    (kind) => `| \`${kind}\` | ${stretches.filter((each) => each.kind === kind).length} |`,
  );
  return [`| kind | stretches in ${compared.length} pairs |`, '| --- | ---: |', ...rows].join('\n');
}

function statementTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons
    .filter(({ similarity }) => similarity !== null)
    .map(({ statement, wording, counts, similarity, cores }) => {
      const core = cores.flatMap(({ words }) => words.map(({ forms }) => forms.join('/'))).join(' ');
      const figures = [similarity?.lowest, similarity?.mean, similarity?.highest].map((each) =>
        each?.toFixed(2),
      );
      return `| ${[statement.id, wording, counts.quoting, ...figures, core].join(' | ')} |`;
    });
  const heading = '| statement | wording | quoting | lowest | mean | highest | common core |';
  return [heading, '| --- | --- | ---: | ---: | ---: | ---: | --- |', ...rows].join('\n');
}

function statusTable(discrepancies: readonly Discrepancy[]): string {
  const count = (status: Status) => discrepancies.filter((each) => each.status === status).length;
  const rows = statuses.map((status) => `| \`${status}\` | ${count(status)} |`);
  return ['| `status` | groups |', '| --- | ---: |', ...rows].join('\n');
}

/** The groups with more than one value that are no list in one source. */
function valueTable(discrepancies: readonly Discrepancy[]): string {
  const rows = discrepancies
    .filter(({ status }) => status === 'conflicting' || status === 'different' || status === 'compatible')
    .map(({ id, status, conflicts, values }) => {
      const given = values.map(
        ({ label, claims }) => `${label}: ${[...new Set(claims.map(whoSays))].join(', ')}`,
      );
      return `| ${[id, status, conflicts.join(', '), given.join('; ')].join(' | ')} |`;
    });
  return ['| id | status | conflicts | who says what |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

const whoSays = ({ source, attributedTo }: Discrepancy['values'][number]['claims'][number]): string =>
  attributedTo === null ? source.id : `${attributedTo.id} in ${source.id}`;
