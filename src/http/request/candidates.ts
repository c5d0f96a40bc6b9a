// Says in short what each of several records is, so that a person can tell those of one name apart.
import { collectionOf } from '../../records/kinds.ts';
import type { NamedId } from '../../store/names.ts';
import type { Data } from '../context.ts';
import type { Candidate } from '../problems/candidate.ts';

/** What documents of named kinds have in common, as far as it is shown. */
interface NamedBody extends Pick<Candidate, 'id' | 'name' | 'href'> {
  roles?: { title: Candidate['name'] }[];
  country?: string | null;
  within?: { name: Candidate['name'] } | null;
  broader?: { name: Candidate['name'] } | null;
  partOf?: { name: Candidate['name'] } | null;
}

/** What is said of one record. */
export type Described = Omit<Candidate, 'value'>;

/** The records in short, in their order: one question for each kind among them. */
export async function candidatesOf(data: Data, named: readonly NamedId[]): Promise<Described[]> {
  const records = named.map(({ kind, id }) => ({
    kind: kind === 'outlet' ? ('organization' as const) : kind,
    id,
  }));
  const described = new Map<string, Described>();
  for (const kind of new Set(records.map((each) => each.kind))) {
    const ids = records.filter((each) => each.kind === kind).map(({ id }) => id);
    const bodies = await data.documents(collectionOf[kind], ids);
    for (const [at, body] of bodies.entries())
      described.set(`${kind} ${ids[at]}`, { kind, ...describe(JSON.parse(String(body)) as NamedBody) });
  }
  return records.map(({ kind, id }) => described.get(`${kind} ${id}`) as Described);
}

function describe({
  id,
  name,
  href,
  roles = [],
  country = null,
  ...above
}: NamedBody): Omit<Candidate, 'value' | 'kind'> {
  const { within, broader, partOf } = above;
  const part = (within ?? broader ?? partOf)?.name ?? null;
  return { id, name, href, roles: roles.map(({ title }) => title), country, within: part };
}
