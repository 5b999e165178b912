import type { Degraded } from '@askg/contract';
import type { ChatModel } from '@askg/inference';
import type { Evidence } from '../evidence/evidence.ts';
import type { Assessment } from './assess.ts';
import type { Nearness } from './check-claim.ts';
import { type ModelAnswer, modelAnswer } from './model-answer.ts';
import type { Outcome } from './outcome.ts';
import { notInCorpus } from './plain-outcomes.ts';
import type { Similarity } from './polarity/told-sentence.ts';
import { withPolarity } from './polarity/with-polarity.ts';
import { quotedAnswer } from './quoted-answer.ts';
import { unitsToShow } from './shown-quotes.ts';

/** From this confidence on a model's saying that there is no answer is not believed. */
const certain = 0.6;

export type TextOptions = {
  chat?: ChatModel;
  /** Compares claims with quotes, until the signal ends it. */
  nearness: (signal: AbortSignal) => Nearness;
  /** Compares quotes with what is asked and its opposite, for yes or no. */
  similarity: Similarity;
  /** Gives the model's work a signal, and ends it when it is late. */
  inTime: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /** What to say of a failure of the model. It throws what is none. */
  modelFailed: (error: unknown) => Degraded;
};

/** Answers from text evidence: with a model in checked claims, without one in quotes; or says that the corpus does not. */
export async function answerFromText(
  question: string,
  evidence: Evidence,
  { confidence, threshold }: Pick<Assessment, 'confidence' | 'threshold'>,
  options: TextOptions,
): Promise<Outcome> {
  // A model is given quotes that answer, and words them; it does not turn quotes that do not into an answer.
  if (confidence < threshold) return notInCorpus(evidence);
  const quoted = inQuotes(question, evidence);
  const withoutModel = (): Promise<Outcome> => withPolarity(question, evidence.units, quoted, options.similarity);
  const { chat } = options;
  // Where every quote gives orders the model is shown none, and so cannot say that they do not answer.
  if (!chat || unitsToShow(evidence.units).length === 0) return withoutModel();
  try {
    const written = await options.inTime((signal) =>
      modelAnswer(chat, question, evidence.units, options.nearness(signal), signal),
    );
    return await better(withoutModel, written, confidence >= certain, evidence, chat.name);
  } catch (error) {
    const degraded = [options.modelFailed(error)];
    return { ...(await withoutModel()), degraded };
  }
}

/** The model's claims where they hold; otherwise what was found without it, so that a model never makes an answer worse. */
async function better(
  withoutModel: () => Promise<Outcome>,
  { claims, answered, dropped }: ModelAnswer,
  isCertain: boolean,
  evidence: Evidence,
  model: string,
): Promise<Outcome> {
  const isSupported = claims.some(({ support }) => support.label === 'supported');
  const used = isSupported ? 'the claims that hold' : 'the answer made without it';
  const reason = `No quote supports ${dropped} of the claims that it wrote.`;
  const degraded = dropped === 0 ? [] : [{ step: 'claims', wanted: `claims by ${model}`, used, reason }];
  if (isSupported) return { verdict: 'supported', claims, nearest: [], degraded };
  if (!answered && !isCertain) return notInCorpus(evidence);
  return { ...(await withoutModel()), degraded };
}

function inQuotes(question: string, evidence: Evidence): Outcome {
  return { verdict: 'supported', claims: quotedAnswer(question, evidence), nearest: [], degraded: [] };
}
