import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const goldFolder = join(import.meta.dirname, '..', 'gold', 'citation-precision');

/** How a claim was made: from result rows, by a chat model, or by quoting. */
export const strata = ['rows', 'model', 'quotes'] as const;
export type Stratum = (typeof strata)[number];

/** A citation of a claim as it is judged. `says` is the stretch of the answer that its number stands after. */
export const JudgedCitation = z.object({
  n: z.int().min(1),
  says: z.string(),
  iri: z.string(),
  paper: z.string(),
  section: z.string().exactOptional(),
  quote: z.string(),
});
export type JudgedCitation = z.infer<typeof JudgedCitation>;

/** A claim of an answer to a question, without any verdict. Its id follows from what it says and cites. */
export const JudgedClaim = z.object({
  id: z.string(),
  stratum: z.enum(strata),
  set: z.string(),
  question: z.string(),
  /** Id within the set of the one paper that was asked. */
  asked: z.string().exactOptional(),
  /** Name of the model that wrote it. */
  model: z.string().exactOptional(),
  claim: z.string(),
  citations: z.array(JudgedCitation),
  /** How many it has in all, where not all are judged. */
  ofCitations: z.int().exactOptional(),
});
export type JudgedClaim = z.infer<typeof JudgedClaim>;

export const Judgement = z.enum(['supports', 'partly', 'not']);
export type Judgement = z.infer<typeof Judgement>;

/** What one judge found: of each citation in the order of the claim's, and of the claim with all of them together. */
export const ClaimVerdict = z.object({
  id: z.string(),
  citations: z.array(Judgement),
  claim: Judgement,
  why: z.string(),
});
export type ClaimVerdict = z.infer<typeof ClaimVerdict>;

export function readClaims(file = join(goldFolder, 'claims.json')): JudgedClaim[] {
  return z.array(JudgedClaim).parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function readVerdicts(file: string): ClaimVerdict[] {
  return z.array(ClaimVerdict).parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The same claim with the same citations has the same id, whoever asks and whenever. */
export function idOf({ stratum, question, claim, citations }: Omit<JudgedClaim, 'id'>): string {
  const said = [question, claim, ...citations.flatMap(({ says, iri, quote }) => [says, iri, quote])];
  return `${stratum}-${hash(said.join('\n')).slice(0, 10)}`;
}

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
