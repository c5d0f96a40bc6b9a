// What an outlet carried and what it left out: a row with a bar, and the key to the bars.
import type { Count } from '../records/references.ts';
import type { Shares } from '../resources/outlets/profile-schema.ts';
import { h } from './jsx.ts';
import { CountLink, type Link } from './parts.tsx';
import { type Stretch, Strip, Swatch } from './position.tsx';
import type { View } from './view.ts';

/** The heads of the columns of numbers. */
export const sharesHead = ({ t }: View): string[] => [t.exclusive, t.carriedToo, t.leftOutShort, t.ofAll];

export function SharesRow({
  view,
  outlet,
  shares,
  most,
  name,
}: {
  view: View;
  /** Id of the outlet. */
  outlet: string;
  shares: Shares;
  most: number;
  name: ReturnType<typeof Link>;
}) {
  const { all, exclusive, leftOut } = shares;
  const { t } = view;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="bar">
        <Strip view={view} bars={barsOf(shares, most)} />
      </td>
      <td data-label={t.exclusive}>
        <CountLink view={view} count={exclusive} />
      </td>
      <td data-label={t.carriedToo}>
        <CountLink view={view} count={elsewhereToo(shares, outlet)} />
      </td>
      <td data-label={t.leftOutShort}>
        <CountLink view={view} count={leftOut} />
      </td>
      <td data-label={t.ofAll}>
        <CountLink view={view} count={all} />
      </td>
    </tr>
  );
}

/** Those that it carried and others, too. */
const elsewhereToo = ({ carried, exclusive }: Shares, outlet: string): Count => ({
  count: carried.count - exclusive.count,
  href: `${carried.href}&exclusive=!${outlet}`,
});

/** One bar, as long as there are statements, cut into what the outlet did with them. */
function barsOf({ all, carried, exclusive, leftOut }: Shares, most: number): Stretch[] {
  const parts = [
    ['exclusive', exclusive.count],
    ['carried', carried.count - exclusive.count],
    ['left-out', leftOut.count],
    ['rest', all.count - carried.count - leftOut.count],
  ] as const;
  let from = 0;
  return parts.flatMap(([tone, count]) => {
    if (count <= 0) return [];
    const bar = { from: from / most, to: (from + count) / most, tone };
    from += count;
    return [bar];
  });
}

export const BarsKey = ({ view: { t } }: { view: View }) => (
  <p class="key">
    {(
      [
        ['exclusive', t.exclusive],
        ['carried', t.carriedToo],
        ['left-out', t.leftOut],
        ['rest', t.notCarried],
      ] as const
    ).map(([tone, text]) => (
      <span>
        <Swatch tone={tone} /> {text}
      </span>
    ))}
  </p>
);
