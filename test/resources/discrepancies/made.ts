// Makes claims and values in a few words.

import type { Kind } from '../../../src/records/kinds.ts';
import type { Reference } from '../../../src/records/references.ts';
import type { Claim, ClaimValue } from '../../../src/resources/claims/schema.ts';

type Precision = 'exact' | 'approximate' | 'nearly' | 'over';

export const duration = (value: string, precision: Precision = 'exact'): ClaimValue => ({
  type: 'duration',
  value,
  precision,
});

export const date = (value: string, precision: Precision = 'exact'): ClaimValue => ({
  type: 'date',
  value,
  precision,
});

export const count = (
  value: number,
  unit: string | null = null,
  precision: Precision = 'exact',
): ClaimValue => ({ type: 'count', value, unit, precision });

export const text = (en: string): ClaimValue => ({ type: 'text', value: { en, ar: `بالعربية: ${en}` } });

export const reference = (id: string, kind: Kind = 'place'): Reference => ({
  id,
  kind,
  name: { en: id, ar: id },
  href: `/${kind}/${id}`,
});

export const record = (id: string, kind: Kind = 'place'): ClaimValue => ({
  type: 'reference',
  value: reference(id, kind),
});

/** A claim: who says it (`a`, or `a:trump` where it credits him), in which paragraph (`a#2`), and what. */
export function said(where: string, value: ClaimValue): Claim {
  const [, source = '', paragraph = '1', voice] = /^(\w+)(?:#(\d+))?(?::(\w+))?$/.exec(where) ?? [];
  return {
    id: `${source}-${paragraph}-${voice ?? 'own'}`,
    href: '/claims/made',
    event: reference('summit', 'event'),
    attribute: 'made',
    value,
    attributedTo: voice === undefined ? null : reference(voice, 'person'),
    source: { ...reference(source, 'source'), outlet: null },
    via: null,
    proof: 'text',
    paragraph: Number(paragraph),
    start: 0,
    end: 1,
    note: null,
  };
}

const parents: Record<string, string> = { anchorage: 'alaska', alaska: 'united-states', talks: 'summit' };

/** A small tree of places and events. */
export function lineage(_tree: string, id: string | null): string[] {
  const path: string[] = [];
  for (let at: string | undefined = id ?? undefined; at !== undefined; at = parents[at]) path.push(at);
  return path;
}
