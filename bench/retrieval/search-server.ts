import { Environment, openSearchVariables } from '@askg/contract';
import { type OpenSearchSettings, readOpenSearchSettings } from '@askg/retrieval';

/**
 * The OpenSearch that an environment sets up, if any, with indices of their own, so that those of a corpus on the same server
 * stay as they are.
 * @param name letters in lower case and digits
 */
export function searchServer(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
): OpenSearchSettings | undefined {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const settings = readOpenSearchSettings(Environment.pick(openSearchVariables).parse(set));
  return settings && { ...settings, index: `${settings.index}-${name}` };
}
