import type { ChatMessage } from '@askg/inference';
import { Prompt } from '../answer/prompt.ts';

const file = new URL('../../prompts/repair-query.v1.md', import.meta.url);

/** What a model is told when its query cannot stand. */
export class RepairPrompt {
  readonly #prompt: Prompt<'query' | 'findings'>;

  /** @throws KgqpError `kgqp/invalid-prompt` */
  constructor() {
    this.#prompt = new Prompt(file, ['query', 'findings']);
  }

  /** What follows the model's reply. */
  messages(reply: string, query: string, findings: readonly string[]): ChatMessage[] {
    const lines = findings.map((finding) => `- ${finding}`).join('\n');
    const [, user] = this.#prompt.messages({ query, findings: lines });
    return [{ role: 'assistant', content: reply }, ...(user === undefined ? [] : [user])];
  }
}
