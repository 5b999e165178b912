import type { Answer, AnswerState, Citation, Claim, Usage } from '@askg/contract';
import type { RankedPassage } from '@askg/retrieval';
import type { AskRequest } from './ask-request.ts';
import { echoedQuestion } from './check-question.ts';
import type { Extras } from './conclusion.ts';
import type { Gathered } from './gathered.ts';

/** What of an answer depends on its run rather than on what was found. */
export type RunFigures = {
  id: string;
  /** Number of the commit that was asked; 0 where the corpus was not reached. */
  commit: number;
  usage: Usage;
  /** Milliseconds of each step. */
  timings: Record<string, number>;
  /** What did not come of the question. */
  states: AnswerState[];
};

export type Said = Pick<Answer, 'verdict' | 'answer'> & {
  claims: Claim[];
  nearest: Citation[];
  problem?: Answer['problem'];
  extras?: Extras;
};

/** Passages that an answer names; the others were only looked at. */
const namedPassages = 10;

export function namePassages(passages: readonly RankedPassage[]): Answer['passages'] {
  return passages.slice(0, namedPassages).map(({ iri, paper, score, methods }) => ({
    iri,
    paper,
    score,
    methods: methods.map(({ name }) => name),
  }));
}

/** The whole answer, as it is kept and shown again. */
export function bundle(
  request: AskRequest,
  { links, queries, passages, models, degraded }: Gathered,
  { problem, extras, ...said }: Said,
  { id, commit, usage, timings, states }: RunFigures,
): Answer {
  return {
    schema: 'askg.answer/1',
    id,
    question: echoedQuestion(request.question),
    mode: request.mode ?? 'answer',
    corpus: { version: commit, ...(request.collection === undefined ? {} : { collection: request.collection }) },
    ...said,
    ...extras,
    sparql: queries,
    links,
    passages: namePassages(passages),
    ...(models.length === 0 ? {} : { models }),
    ...(states.length === 0 ? {} : { states }),
    degraded,
    usage: { ...usage },
    timings: { ...timings },
    ...(problem === undefined ? {} : { problem }),
  };
}
