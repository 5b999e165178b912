import type { Answer, AnswerState, Citation, Claim, Degraded, Link, ModelUse, SparqlRun, Usage } from '@askg/contract';
import type { RankedPassage } from '@askg/retrieval';
import type { AskRequest } from './ask-request.ts';
import { echoedQuestion } from './check-question.ts';

/** What a run has gathered so far for the answer that it ends with. */
export type Gathered = {
  commit: number;
  links: Link[];
  queries: SparqlRun[];
  passages: RankedPassage[];
  /** The models that took part in finding them. */
  models: ModelUse[];
  degraded: Degraded[];
  usage: Usage;
  /** What did not come of the question. */
  states: AnswerState[];
};

export type Said = Pick<Answer, 'verdict' | 'answer'> & {
  claims: Claim[];
  nearest: Citation[];
  problem?: Answer['problem'];
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
  id: string,
  request: AskRequest,
  gathered: Gathered,
  said: Said,
  timings: Record<string, number>,
): Answer {
  const { commit, links, queries, passages, models, degraded, usage, states } = gathered;
  const { problem, ...rest } = said;
  return {
    schema: 'askg.answer/1',
    id,
    question: echoedQuestion(request.question),
    mode: request.mode ?? 'answer',
    corpus: { version: commit, ...(request.collection === undefined ? {} : { collection: request.collection }) },
    ...rest,
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
