import { claimsOf } from './claims-of.ts';
import { hash, type JudgedClaim, type Stratum } from './judged-claim.ts';
import { askAt, type Place, type Quotas } from './place.ts';
import { inDrawnOrder } from './pool.ts';

export const seed = 'citation precision 11';

/** Asks questions in the drawn order, without a chat model, until the quotas are full. Of an answer one claim of a kind is drawn. */
export async function drawClaims(place: Place, quotas: Quotas): Promise<JudgedClaim[]> {
  const drawn: JudgedClaim[] = [];
  const left = (stratum: Stratum): number =>
    (quotas[stratum] ?? 0) - drawn.filter((claim) => claim.stratum === stratum).length;
  for (const asked of inDrawnOrder(place.pool, seed)) {
    const open = (Object.keys(quotas) as Stratum[]).filter((stratum) => left(stratum) > 0);
    if (open.length === 0) break;
    const { question, paper } = asked;
    const named = { set: place.set, question, ...(paper === undefined ? {} : { asked: paper }) };
    const claims = claimsOf(await askAt(place, asked), named, seed);
    for (const stratum of open) {
      drawn.push(...inOrderOfHash(claims.filter((claim) => claim.stratum === stratum)).slice(0, 1));
    }
  }
  return drawn;
}

export function inOrderOfHash(claims: readonly JudgedClaim[]): JudgedClaim[] {
  return claims.toSorted((a, b) => (hash(seed + a.claim) < hash(seed + b.claim) ? -1 : 1));
}
