import { IngestError } from '@askg/ingest';
import { type ChatModel, openChat } from '@askg/inference';
import { CliError } from '../cli-error.ts';
import type { Shell } from '../shell/shell.ts';

/** By what papers are to be enriched, and the most tokens that it may cost. */
export type Enriching = { chat: ChatModel; budget: number };

/**
 * What `--enrich` and `--budget` ask for, checked before anything is read; nothing is sent.
 * @throws CliError cli/wrong-use; IngestError ingest/no-chat-model
 */
export function enrichingOf(shell: Shell, options: { enrich?: 'llm'; budget?: string }): Enriching | undefined {
  const { enrich, budget } = options;
  if (enrich === undefined) {
    if (budget !== undefined) throw new CliError('cli/wrong-use', '--budget needs --enrich llm beside it.');
    return undefined;
  }
  if (budget === undefined) {
    throw new CliError('cli/wrong-use', '--enrich llm needs --budget TOKENS beside it; 0 gives the estimate only.');
  }
  if (!/^\d{1,15}$/.test(budget)) throw new CliError('cli/wrong-use', `${budget} is not a number of tokens.`);
  const { chat } = shell.config;
  if (!chat) {
    const detail = 'ASKG_CHAT_MODEL names none, it has no server, or its server may not be asked with ASKG_OFFLINE=1.';
    throw new IngestError('ingest/no-chat-model', detail);
  }
  return { chat: openChat(chat), budget: Number(budget) };
}
