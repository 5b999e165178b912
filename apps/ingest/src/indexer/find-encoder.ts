import { encoderVariables, Environment } from '@askg/contract';
import { InferenceError, type MultiVectorEncoder, openModelStore, openMultiVectorEncoder } from '@askg/inference';
import type { IndexerReport } from './indexer-messages.ts';

const variables = Environment.pick(encoderVariables);

/** An encoder of many vectors a text, whose vectors of passages are to be stored. */
export type EncoderSettings = { name: string; noncommercial: boolean };

/** The encoder that an environment asks to store vectors of; undefined for none. */
export function encoderOf(environment: Readonly<Record<string, string | undefined>>): EncoderSettings | undefined {
  const values = variables.parse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value)));
  const { ASKG_RERANKER: name, ASKG_RERANKER_STORED: isStored } = values;
  if (isStored !== '1' || name === '' || name === 'none') return undefined;
  return { name, noncommercial: values.ASKG_NONCOMMERCIAL === '1' };
}

export type EncoderOptions = {
  /** Folder of the models. */
  models: string;
  encoder?: EncoderSettings;
  /** Threads that encode. */
  threads: number;
};

/**
 * Opens the encoder. Never throws for one that cannot be had: its reranker makes the vectors at question time.
 * @returns undefined when there is none, which was reported if one was asked for
 */
export async function findEncoder(
  { models, encoder, threads }: EncoderOptions,
  say: (report: IndexerReport) => void,
): Promise<MultiVectorEncoder | undefined> {
  if (!encoder) return undefined;
  try {
    const store = openModelStore(models, { noncommercial: encoder.noncommercial });
    return await openMultiVectorEncoder(store, encoder.name, { threads });
  } catch (error) {
    if (!(error instanceof InferenceError)) throw error;
    say({ type: 'no-tokens', problem: error.toProblem() });
    return undefined;
  }
}
