import type { RerankerSettings } from '@askg/retrieval';
import { CliError } from '../cli-error.ts';
import type { Shell } from '../shell/shell.ts';

/**
 * The reranker that is set up.
 * @returns undefined when late interaction is all that is wanted
 * @throws CliError cli/bad-configuration
 */
export async function rerankerOf({ config }: Shell): Promise<RerankerSettings | undefined> {
  // Loaded here only: most commands need none of its engines.
  const { readRerankerSettings } = await import('@askg/retrieval');
  try {
    return readRerankerSettings(config.reranker);
  } catch (cause) {
    throw new CliError('cli/bad-configuration', (cause as Error).message, { cause });
  }
}
