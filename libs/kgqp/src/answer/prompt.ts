import { readFileSync } from 'node:fs';
import type { PromptUse } from '@askg/contract';
import type { ChatMessage } from '@askg/inference';
import { KgqpError } from '../kgqp-error.ts';
import { noteOrigin, promptUse } from './sent-prompts.ts';

const separator = /^---$/m;
const comment = /<!--[\s\S]*?-->/g;
const placeholder = /\{\{(\w+)\}\}/g;

/**
 * A prompt kept as a file: a comment, the system message, a line `---`, the user message. Its version is in its name
 * (`answer-claims.v1.md`); a prompt that says something else gets a new file.
 */
export class Prompt<Name extends string> {
  readonly file: URL;
  readonly #system: string;
  readonly #user: string;
  readonly #use: PromptUse;

  /**
   * Reads and checks the file, so that a damaged one is found at the start and not at the first question.
   * @param names the placeholders that must stand in it, and the only ones that may
   * @throws KgqpError kgqp/invalid-prompt
   */
  constructor(file: URL, names: readonly Name[]) {
    this.file = file;
    const content = read(file);
    this.#use = promptUse(file, content);
    const [system = '', user = ''] = content.replaceAll(comment, '').split(separator);
    this.#system = system.trim();
    this.#user = user.trim();
    const found = new Set([...`${system}${user}`.matchAll(placeholder)].map(([, name]) => name));
    const isWhole = this.#system !== '' && this.#user !== '' && found.size === names.length;
    if (!isWhole || !names.every((name) => found.has(name))) {
      throw new KgqpError(
        'kgqp/invalid-prompt',
        `${file.pathname} must have two parts and ${names.join(', ')} in them.`,
      );
    }
  }

  /** The messages with every placeholder replaced. A value may hold anything: it is put in once, as it is. */
  messages(values: Record<Name, string>): ChatMessage[] {
    const fill = (text: string): string => text.replaceAll(placeholder, (_, name: Name) => values[name]);
    const messages: ChatMessage[] = [
      { role: 'system', content: fill(this.#system) },
      { role: 'user', content: fill(this.#user) },
    ];
    noteOrigin(messages, this.#use);
    return messages;
  }
}

function read(file: URL): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new KgqpError('kgqp/invalid-prompt', `${file.pathname} cannot be read.`, { cause });
  }
}
