import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { PromptUse } from '@askg/contract';
import type { ChatMessage } from '@askg/inference';

/** Where messages come from. They are looked up as objects: a message that a caller makes itself has no prompt. */
const origins = new WeakMap<ChatMessage, PromptUse>();

/** Notes that messages were made from a prompt file. */
export function noteOrigin(messages: readonly ChatMessage[], use: PromptUse): void {
  for (const message of messages) origins.set(message, use);
}

/** The prompt file that a message was made from. */
export function originOf(message: ChatMessage): PromptUse | undefined {
  return origins.get(message);
}

/** How a prompt file is named in an answer. */
export function promptUse(file: URL, content: string): PromptUse {
  return { file: basename(file.pathname), digest: createHash('sha256').update(content).digest('hex') };
}
