import type { Answer } from '@askg/contract';
import { cautionOf, withCaution } from '../answer/caution.ts';
import { writeOut } from '../answer/write-out.ts';
import type { CitationNumbers } from '../evidence/quote.ts';
import type { Said } from './bundle.ts';
import type { Conclusion } from './conclusion.ts';
import type { RunEvent } from './run-events.ts';

/** Numbers and tells a conclusion: its evidence, its text stretch by stretch, its claims. @returns what is said */
export function* tellConclusion(
  { verdict, stretches, nearest, problem, extras }: Conclusion,
  mode: Answer['mode'],
  numbers: CitationNumbers,
): Generator<RunEvent, Said> {
  const written = stretches.map(({ lead, claims, text, query }) => {
    const told = claims.map((claim) => writeOut(claim, numbers, query));
    const words = text === undefined ? told.map(({ delta }) => delta) : [text];
    // Units that are only retrieved stand for themselves: nothing is written from them.
    const deltas = mode === 'retrieve' ? [] : [lead ?? '', ...words];
    return { claims: told.map(({ claim }) => claim), deltas };
  });
  // Parts that are not answered may be near to the same unit.
  const near = [...new Set(nearest.map((quote) => numbers.cite(quote)))];
  const evidence = numbers.all();
  if (evidence.length > 0) yield { event: 'evidence', evidence };
  const claims = written.flatMap((each) => each.claims);
  const caution = mode === 'retrieve' ? undefined : cautionOf(claims);
  const deltas = [...written.flatMap((each) => each.deltas), caution === undefined ? '' : `\n\n${caution}`].filter(
    (delta) => delta !== '',
  );
  for (const delta of deltas) yield { event: 'text', delta };
  for (const claim of claims) yield { event: 'claim', claim };
  return withCaution({
    verdict,
    answer: deltas.join(''),
    claims,
    nearest: near,
    ...(problem ? { problem } : {}),
    ...(extras ? { extras } : {}),
  });
}
