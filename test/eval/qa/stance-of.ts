import { askedStatement } from '../../../libs/kgqp/src/answer/polarity/asked-statement.ts';
import { readStance } from '../../../libs/kgqp/src/answer/polarity/read-stance.ts';
import type { Reading } from '../../../libs/kgqp/src/answer/polarity/reading.ts';
import { isTelling, withLeaning } from '../../../libs/kgqp/src/answer/polarity/told-sentence.ts';
import type { Method } from './methods.ts';
import type { Prediction } from './prediction.ts';
import type { NearnessTo } from './qa-set.ts';

/** Ways of answering that give sentences and no answer. */
const withoutAnswer: ReadonlySet<Method> = new Set(['whole abstract', 'sentences at equal words']);

const said = /^\W*(yes|no|maybe)\b/i;

/**
 * Whether a prediction says yes or no: what the answer says of itself, its first word where a chat model wrote it, or what the
 * product's reader reads from its sentences. Undefined where nothing is said.
 */
export async function stanceOf(
  question: string,
  { polarity, verdict, answer, evidence }: Prediction,
  { nearness, method }: { nearness: NearnessTo; method: Method },
): Promise<Reading | undefined> {
  const asked = askedStatement(question);
  if (polarity !== undefined || asked === undefined || verdict === 'not-in-corpus') return polarity;
  if (method === 'askg with a chat model') {
    const word = said.exec(answer)?.[1]?.toLowerCase();
    if (word !== undefined) return word as Reading;
  } else if (!withoutAnswer.has(method)) return undefined;
  return readStance(asked, await withLeaning(asked, evidence.filter(isTelling), nearness))?.reading;
}
