import type { Answer, Citation, Claim, StatusName, Verdict } from '@askg/contract';
import type { Said } from '../run/bundle.ts';

/** The statuses of papers that are not to be relied on any more. */
const takenBack: readonly StatusName[] = ['retracted', 'withdrawn'];

/**
 * Words that tell that claims rest on papers alone that were retracted or withdrawn; undefined where they rest on any other.
 * What the graph says of a paper (rows, its metadata) is as true as before, and needs none.
 */
export function cautionOf(claims: readonly Claim[]): string | undefined {
  if (claims.some(({ rows }) => rows.length > 0)) return undefined;
  const cited = claims.flatMap(({ citations }) => citations);
  const isOfMetadata = cited.every(({ unit }) => unit === 'metadata');
  if (isOfMetadata || !cited.every(isTakenBack)) return undefined;
  const words = takenBack.filter((word) => cited.some(({ status }) => status?.status === word)).join(' or ');
  return new Set(cited.map(({ paper }) => paper)).size === 1
    ? `The one paper that this rests on was ${words}.`
    : `All papers that this rests on were ${words}.`;
}

function isTakenBack({ status }: Citation): boolean {
  return takenBack.some((each) => each === status?.status);
}

/** What rests only on papers that were taken back is partly supported at most: the whole, a part, a cell of a table. */
export function withCaution(said: Said): Said {
  const judged = (own: Verdict, claims: readonly Claim[]): Verdict =>
    own === 'supported' && cautionOf(claims) !== undefined ? 'partly-supported' : own;
  const lowered = <P extends { verdict: Verdict; claims: number[] }>(part: P): P => {
    const claims = part.claims.flatMap((i) => said.claims[i] ?? []);
    return { ...part, verdict: judged(part.verdict, claims) };
  };
  const verdict = judged(said.verdict, said.claims);
  if (!said.extras) return { ...said, verdict };
  const { parts, table }: Pick<Answer, 'parts' | 'table'> = said.extras;
  const rows = table?.rows.map((row) => ({ ...row, cells: row.cells.map(lowered) }));
  const extras = {
    ...said.extras,
    ...(parts ? { parts: parts.map(lowered) } : {}),
    ...(table && rows ? { table: { ...table, rows } } : {}),
  };
  return { ...said, verdict, extras };
}
