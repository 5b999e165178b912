import { Environment, openSearchVariables } from '@askg/contract';
import { type OpenSearchSettings, readOpenSearchSettings } from '@askg/retrieval';

const variables = Environment.pick(openSearchVariables);

/**
 * The OpenSearch that an environment sets up. Its password comes this way since the parameters of a process are for all to
 * see. A variable that is set to nothing counts as not set; whoever started the process has checked them.
 */
export function openSearchOf(
  environment: Readonly<Record<string, string | undefined>>,
): OpenSearchSettings | undefined {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  return readOpenSearchSettings(variables.parse(set));
}
