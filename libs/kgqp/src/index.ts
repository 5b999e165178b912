export type { FactAnswer, FactEvent, FactRow, Facts, FindOptions, NodesEvent, TextualNode } from './facts.ts';
export { KgqpError, type KgqpErrorCode } from './kgqp-error.ts';
export type { AnalysedQuestion, QuestionConstraints, Shape } from './question/question.ts';
export { type AskOptions, type AskRequest, type Deadlines, defaultDeadlines } from './run/ask-request.ts';
export { longestQuestion } from './run/check-question.ts';
export { QuestionAnswering, type QuestionAnsweringParts } from './run/question-answering.ts';
export { GraphFacts, type GraphFactsParts } from './graph-facts.ts';
export { analyseQuestion } from './question/analyse-question.ts';
