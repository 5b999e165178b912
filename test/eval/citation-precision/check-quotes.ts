import type { Corpus } from '@askg/corpus';
import { parseIri, parseQuads } from '@askg/ddm';
import type { JudgedClaim } from './judged-claim.ts';

export type CheckedQuotes = {
  checked: number;
  /** Of papers that are not in this corpus. */
  elsewhere: number;
  /** Those that are no part, letter for letter, of a literal at their IRI in the graph of their paper. */
  strange: string[];
};

export async function checkQuotes(claims: readonly JudgedClaim[], corpus: Corpus): Promise<CheckedQuotes> {
  const texts = new Map<string, string[]>();
  const read = new Set<string>();
  const found: CheckedQuotes = { checked: 0, elsewhere: 0, strange: [] };
  for (const { iri, quote } of claims.flatMap(({ citations }) => citations)) {
    const key = parseIri(corpus.baseIri, iri)?.key ?? '';
    const digest = corpus.paper(key)?.graphDigest;
    if (digest === undefined) {
      found.elsewhere++;
      continue;
    }
    if (!read.has(digest)) {
      read.add(digest);
      for (const { subject, object } of parseQuads(await corpus.readGraph(digest), 'application/n-quads')) {
        if (object.termType !== 'Literal') continue;
        texts.set(subject.value, [...(texts.get(subject.value) ?? []), object.value]);
      }
    }
    found.checked++;
    if (!texts.get(iri)?.some((text) => text.includes(quote))) found.strange.push(`${iri}: ${quote.slice(0, 80)}`);
  }
  return found;
}
