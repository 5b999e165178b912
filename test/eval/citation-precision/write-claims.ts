import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldFolder, hash, type JudgedClaim, readClaims, type Stratum, strata } from './judged-claim.ts';

const file = join(goldFolder, 'claims.json');

/** Puts claims in the place of the sampled ones of their strata. Within a stratum the order tells nothing of the sets. */
export function replaceClaims(of: readonly Stratum[], claims: readonly JudgedClaim[]): void {
  const kept = existsSync(file) ? readClaims(file).filter(({ stratum }) => !of.includes(stratum)) : [];
  const all = [...kept, ...claims];
  const ordered = strata.flatMap((stratum) =>
    all.filter((claim) => claim.stratum === stratum).toSorted((a, b) => (hash(a.id) < hash(b.id) ? -1 : 1)),
  );
  writeFileSync(file, `${JSON.stringify(ordered, null, 2)}\n`);
}
