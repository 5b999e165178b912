import type { Answer, Claim, KeptFeedback, Question } from '@askg/contract';
import { redacted } from '@askg/corpus';

export type EvaluationSet = {
  questions: Question[];
  /** Ids of answers that were judged without telling what a right answer would be, or in equal numbers for and against. */
  undecided: string[];
};

type Sentence = { paper: string; text: string };

/** Resolves what somebody missed: the words of a unit, or undefined where it is not there any more. */
export type UnitWords = (iri: string) => Promise<Sentence | undefined>;

/**
 * Questions with what a right answer must hold, as readers have judged: what stands in claims that more of them called right than
 * wrong, and what they missed. Of a question whose answer, that there is none, they called right, that is expected again.
 */
export async function evaluationSet(
  feedback: readonly KeptFeedback[],
  answerOf: (id: string) => Answer | undefined,
  wordsAt: UnitWords,
): Promise<EvaluationSet> {
  const set: EvaluationSet = { questions: [], undecided: [] };
  for (const [id, said] of Map.groupBy(feedback, ({ answer }) => answer)) {
    const answer = answerOf(id);
    const question = answer && (await questionOf(answer, said, wordsAt));
    if (question) set.questions.push(question);
    else set.undecided.push(id);
  }
  return set;
}

async function questionOf(
  answer: Answer,
  said: readonly KeptFeedback[],
  wordsAt: UnitWords,
): Promise<Question | undefined> {
  const right = answer.claims.filter((claim, i) => claim.text !== redacted && isRight(said, i));
  const missed = await missedOf(said, wordsAt);
  const values = [...new Set([...right.flatMap(valuesOf), ...missed.values])];
  const sentences = distinct([...right.flatMap(sentencesOf), ...missed.sentences]);
  const about = { id: `feedback-${answer.id}`, question: answer.question };
  if (values.length === 0 && sentences.length === 0) {
    const isRefusal = answer.verdict === 'not-in-corpus' && answer.claims.length === 0 && isRight(said, undefined);
    return isRefusal ? { ...about, kind: 'unanswerable', verdict: 'not-in-corpus', expect: {} } : undefined;
  }
  const isPartly = answer.verdict === 'partly-supported' && right.length > 0 && !missed.isAny;
  return {
    ...about,
    kind: right.some(({ rows }) => rows.length > 0) || sentences.length === 0 ? 'graph' : 'text',
    verdict: isPartly ? 'partly-supported' : 'supported',
    expect: { ...(values.length > 0 ? { values } : {}), ...(sentences.length > 0 ? { sentences } : {}) },
  };
}

/** Whether more readers called a claim right than wrong; for what is undefined, the answer as a whole. */
function isRight(said: readonly KeptFeedback[], claim: number | undefined): boolean {
  const about = said.filter((each) => each.claim === claim);
  const count = (judgement: string): number => about.filter((each) => each.judgement === judgement).length;
  return count('right') > count('wrong');
}

async function missedOf(said: readonly KeptFeedback[], wordsAt: UnitWords) {
  const values: string[] = [];
  const sentences: Sentence[] = [];
  for (const { judgement, expected } of said) {
    if (judgement !== 'missing' || !expected) continue;
    const { iri, text, paper } = expected;
    const found = iri === undefined ? undefined : await wordsAt(iri);
    if (found) sentences.push(found);
    else if (text !== undefined && paper !== undefined) sentences.push({ paper, text });
    else if (text !== undefined) values.push(text);
  }
  return { values, sentences, isAny: values.length + sentences.length > 0 };
}

/** The words in the rows of a claim; addresses are no values that people expect, unless there is nothing else. */
function valuesOf({ rows }: Claim): string[] {
  return rows.flatMap(({ bindings }) => {
    const terms = Object.values(bindings);
    const literals = terms.filter(({ type }) => type === 'literal');
    return (literals.length > 0 ? literals : terms).map(({ value }) => value);
  });
}

function sentencesOf({ citations, rows }: Claim): Sentence[] {
  if (rows.length > 0) return [];
  return citations.filter(({ quote }) => quote !== redacted).map(({ paper, quote }) => ({ paper, text: quote }));
}

function distinct(sentences: readonly Sentence[]): Sentence[] {
  return [...new Map(sentences.map((sentence) => [`${sentence.paper} ${sentence.text}`, sentence])).values()];
}
