import { embedderVariables, Environment } from '@askg/contract';
import { readEmbedderSettings } from '@askg/inference';
import type { ModelOptions } from './find-embedder.ts';

const variables = Environment.pick(embedderVariables);

/**
 * The embedder that an environment sets up; a key comes this way since the parameters of a process are for all to see. A variable
 * that is set to nothing counts as not set; whoever started the process has checked them.
 */
export function embedderOf(
  environment: Readonly<Record<string, string | undefined>>,
): Pick<ModelOptions, 'embedder' | 'noncommercial'> {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const values = variables.parse(set);
  return { embedder: readEmbedderSettings(values), noncommercial: values.ASKG_NONCOMMERCIAL === '1' };
}
