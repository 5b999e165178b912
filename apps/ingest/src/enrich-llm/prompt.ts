import { readFileSync } from 'node:fs';
import type { ShownSentence } from '@askg/ddm';
import type { ChatMessage } from '@askg/inference';
import { IngestError } from '../ingest-error.ts';

/** Name and version of the prompt: a part of where suggestions come from. */
export const promptName = 'suggest.v1';

/** A prompt kept as a file: a comment, the system message, a line `---`, the user message with the place of a batch. */
export class SuggestPrompt {
  readonly #system: string;
  readonly #user: string;

  /** @throws IngestError ingest/invalid-prompt */
  constructor(file: URL = new URL(`../../prompts/${promptName}.md`, import.meta.url)) {
    const [system = '', user = '', ...more] = read(file)
      .replaceAll(/<!--[\s\S]*?-->/g, '')
      .split(/^---$/m);
    this.#system = system.trim();
    this.#user = user.trim();
    const places = [...`${system}${user}`.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
    const isWhole = this.#system !== '' && more.length === 0 && places.length === 1 && user.includes('{{batch}}');
    if (!isWhole) throw new IngestError('ingest/invalid-prompt', `${file.pathname} must have two parts and {{batch}}.`);
  }

  /** Sentences are shown as JSON, by their number in the batch from 1, so that no text can pass for an instruction. */
  messages(title: string, batch: readonly ShownSentence[]): ChatMessage[] {
    const shown = { title, sentences: batch.map(({ text }, i) => ({ n: i + 1, text })) };
    return [
      { role: 'system', content: this.#system },
      { role: 'user', content: this.#user.replace('{{batch}}', () => JSON.stringify(shown)) },
    ];
  }
}

function read(file: URL): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new IngestError('ingest/invalid-prompt', `${file.pathname} cannot be read.`, { cause });
  }
}
