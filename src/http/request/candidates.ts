// Says in short what each of several records is, so that a person can tell those of one name apart.
import { collectionOf } from '../../records/references.ts';
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

/** The records in short, in their order. */
export async function candidatesOf(
  data: Data,
  named: readonly NamedId[],
): Promise<Omit<Candidate, 'value'>[]> {
  return Promise.all(
    named.map(async ({ kind: asked, id }) => {
      const kind = asked === 'outlet' ? 'organization' : asked;
      const [body] = await data.documents(collectionOf[kind], [id]);
      return { kind, ...describe(JSON.parse(String(body)) as NamedBody) };
    }),
  );
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
