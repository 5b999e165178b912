import type { Degraded } from '@askg/contract';
import type { CorpusView } from '../evidence/corpus-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { gatherEvidence } from '../evidence/gather-evidence.ts';
import { scoreByWords } from '../evidence/score-by-words.ts';
import type { TextualNode } from '../facts.ts';
import type { AnalysedQuestion } from '../question/question.ts';
import { withDeadline } from './race.ts';
import type { PassageOutcome } from './retrieval-step.ts';
import type { RunParts } from './run-parts.ts';
import { degradedBy } from './step-failure.ts';

/** Chooses the units of evidence; by their words when the scorer fails or is late. */
export async function chooseEvidence(
  { retriever, deadlines, chatLimits }: Pick<RunParts, 'retriever' | 'deadlines' | 'chatLimits'>,
  question: AnalysedQuestion,
  found: Pick<PassageOutcome, 'passages' | 'rarity'>,
  nodes: readonly TextualNode[],
  view: CorpusView,
  signal: AbortSignal,
): Promise<Evidence & { degraded: Degraded[] }> {
  const degraded: Degraded[] = [];
  const evidence = await gatherEvidence({
    question: question.text,
    ...found,
    nodes,
    view,
    ...(chatLimits?.evidence === undefined ? {} : { tokens: chatLimits.evidence }),
    scoreTexts: async (texts) => {
      try {
        return await withDeadline(
          (step) => retriever.scoreTexts(question.text, texts, { signal: step, deadlineMs: deadlines.sentences }),
          deadlines.sentences,
          signal,
        );
      } catch (error) {
        const names = { step: 'sentences', wanted: 'sentences by meaning', used: 'sentences by words' };
        degraded.push(degradedBy(error, names));
        return scoreByWords(found.rarity, texts);
      }
    },
  });
  return { ...evidence, degraded };
}
