import { asksItself } from './stance-cues.ts';
import type { AskedStatement } from './asked-statement.ts';
import { turnedStatement } from './turned-statement.ts';

/** A sentence that says something. */
export type ToldSentence = {
  text: string;
  /** To which side its meaning leans: from -1, the opposite of what is asked, to 1. */
  lean?: number;
  /** How similar it is to what is asked. */
  near?: number;
};

/** How similar texts are to a statement, in their order, as the embedder has it; undefined when only words can be compared. */
export type Similarity = (statement: string, texts: readonly string[]) => Promise<readonly number[] | undefined>;

/** A difference of similarities that counts as leaning wholly. */
const whole = 0.1;

/** Whether a sentence says more than what was to be found out. */
export function isTelling(sentence: string): boolean {
  return !asksItself(sentence);
}

/**
 * Lets sentences lean: whether they are nearer in meaning to what is asked or to the same words turned to say the opposite. An
 * embedder that finds both alike near to a topic still tells “increases” from “decreases”.
 */
export async function withLeaning(
  { text }: AskedStatement,
  sentences: readonly string[],
  similarity: Similarity,
): Promise<ToldSentence[]> {
  const plain = sentences.map((sentence) => ({ text: sentence }));
  if (sentences.length === 0) return plain;
  const near = await similarity(text, sentences);
  const far = near && (await similarity(turnedStatement(text), sentences));
  if (!near || !far) return plain;
  return plain.map((sentence, i) => {
    const similar = near[i] ?? 0;
    const difference = (similar - (far[i] ?? 0)) / whole;
    return { ...sentence, near: similar, lean: Math.min(1, Math.max(-1, difference)) };
  });
}
