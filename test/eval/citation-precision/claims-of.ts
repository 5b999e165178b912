import type { Answer, Citation, Claim } from '@askg/contract';
import { hash, idOf, type JudgedClaim, type Stratum } from './judged-claim.ts';
import { stretchesOf } from './stretches.ts';

/** Of a claim with more citations only some are judged: those of long lists have dozens, all of one kind. */
const enough = 4;
const mostCitations = 6;

/** What was asked, and of what. */
export type Asked = { set: string; question: string; asked?: string; model?: string };

/** The claims of an answer as they are judged; those of other kinds than are sampled are left out. */
export function claimsOf(answer: Answer, asked: Asked, seed: string): JudgedClaim[] {
  return answer.claims.flatMap((claim) => {
    const stratum = stratumOf(claim, asked.model !== undefined);
    return stratum === undefined ? [] : [judged(answer.answer, claim, stratum, asked, seed)];
  });
}

function stratumOf({ rows, support }: Claim, isWritten: boolean): Stratum | undefined {
  if (rows.length > 0) return 'rows';
  if (support.method === 'verbatim quote') return 'quotes';
  return isWritten && support.method.startsWith('numbers') ? 'model' : undefined;
}

function judged(text: string, claim: Claim, stratum: Stratum, { model, ...asked }: Asked, seed: string): JudgedClaim {
  const stretches = stretchesOf(text, claim);
  const drawn = drawnOf(claim.citations, seed);
  const citations = drawn.map(({ n, iri, title, section, quote }) => ({
    n,
    says: stretches.find(({ numbers }) => numbers.includes(n))?.text ?? claim.text,
    iri,
    paper: title,
    ...(section === undefined ? {} : { section }),
    quote,
  }));
  const made = {
    stratum,
    ...asked,
    ...(stratum === 'model' && model !== undefined ? { model } : {}),
    claim: claim.text,
    citations,
    ...(citations.length < claim.citations.length ? { ofCitations: claim.citations.length } : {}),
  };
  return { id: idOf(made), ...made };
}

/** Citations of a few papers, all that cite one paper together: its title is of no use without what is said of it. */
function drawnOf(citations: readonly Citation[], seed: string): Citation[] {
  const drawn: Citation[] = [];
  const byHash = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
    hash(seed + a) < hash(seed + b) ? -1 : 1;
  for (const [, own] of [...Map.groupBy(citations, ({ paper }) => paper)].toSorted(byHash)) {
    if (drawn.length >= enough) break;
    const few = own.map((citation) => [`${citation.iri} ${citation.quote}`, citation] as const).toSorted(byHash);
    const kept = few.slice(0, mostCitations - drawn.length).map(([, citation]) => citation);
    if (kept.length === own.length || drawn.length === 0) drawn.push(...kept);
  }
  return drawn.toSorted((a, b) => a.n - b.n);
}
