import { writeFile } from 'node:fs/promises';
import { type Answer, CodedError, type KeptFeedback } from '@askg/contract';
import type { Corpus } from '@askg/corpus';
import type { EvaluationSet, UnitReader } from '@askg/kgqp';
import { CliError } from '../cli-error.ts';

/** What readers judged right or missed, as questions with what a right answer holds, and the words of the units as they stand. */
export async function feedbackSet(corpus: Corpus, feedback: readonly KeptFeedback[]): Promise<EvaluationSet> {
  const { evaluationSet, UnitReader } = await import('@askg/kgqp');
  const units = new UnitReader(corpus);
  const answerOf = (id: string): Answer | undefined => corpus.answers.get(id);
  return evaluationSet(feedback, answerOf, async (iri) => {
    const paper = units.paperOf(iri);
    const digest = paper === undefined ? undefined : corpus.paper(paper)?.graphDigest;
    if (paper === undefined || digest === undefined) return undefined;
    const [text] = await textsOf(units, iri, digest);
    return text === undefined ? undefined : { paper, text };
  });
}

async function textsOf(units: UnitReader, iri: string, digest: string): Promise<string[]> {
  try {
    return await units.textsAt(iri, digest);
  } catch (error) {
    if (error instanceof CodedError) return [];
    throw error;
  }
}

/** Writes the questions where `eval -- demo --data DIR` reads them, when the file is `DIR/questions.json`. @throws CliError cli/unwritable */
export async function writeQuestions(file: string, { questions }: EvaluationSet): Promise<void> {
  await writeFile(file, `${JSON.stringify(questions, null, 2)}\n`).catch((cause: NodeJS.ErrnoException) => {
    throw new CliError('cli/unwritable', `${file}: ${cause.code}.`, { cause });
  });
}
