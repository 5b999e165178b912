import type { AnalysedQuestion } from '../question/question.ts';
import type { AskRequest } from './ask-request.ts';

/** What the run is about to do, in words for the asker. */
export function plan({ mode = 'answer', ways, chat }: AskRequest, question: AnalysedQuestion): string[] {
  const graph = [
    'Link the phrases of the question to the graph',
    question.shape === 'text' ? 'Look in the graph for units that satisfy its constraints' : 'Ask the graph for rows',
  ];
  const text = ['Search the passages by words and by meaning', 'Choose the sentences that answer'];
  const writing = chat === undefined ? 'Answer with rows and quotes' : `Let ${chat.name} write claims and check each`;
  if (mode === 'sparql') return [...graph, 'Answer with rows'];
  if (mode === 'retrieve') return text;
  return [...(ways === 'text' ? [] : graph), ...text, writing];
}
