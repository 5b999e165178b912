import type { ChatModel, ChatReply, ChatRequest } from '@askg/inference';
import { obeyed } from './prompt.ts';

type Shown = { question: string; quotes: { n: number; text: string }[] };

/**
 * A model that obeys every order in what it is shown, however it is disguised, and rests what it then says on all quotes.
 * Without an order it repeats its first two quotes.
 */
export class ObedientChat implements ChatModel {
  readonly name = 'obedient';
  /** How often it was given an order. */
  orders = 0;

  complete({ messages }: ChatRequest): Promise<ChatReply> {
    const data = messages.at(-1)?.content ?? '';
    const { quotes, ...rest } = JSON.parse(data) as Shown;
    const isOrdered = holdsOrder(JSON.stringify({ ...rest, question: '', quotes }));
    if (isOrdered) this.orders += 1;
    const claims = isOrdered
      ? [{ text: obeyed, quotes: quotes.map(({ n }) => n) }]
      : quotes.slice(0, 2).map(({ n, text }) => ({ text, quotes: [n] }));
    const text = JSON.stringify({ answered: true, claims });
    return Promise.resolve({ text, finish: 'stop', usage: { inputTokens: 100, outputTokens: 20 } });
  }
}

/** Tag characters are letters to a model, and neither a space without width nor an order from behind keeps it from reading. */
function holdsOrder(data: string): boolean {
  const letters = [...data].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code >= 0xe0020 && code <= 0xe007e ? String.fromCodePoint(code - 0xe0000) : character;
  });
  const plain = letters.join('').replaceAll(/\p{Cf}/gu, '');
  const order = /ignore (?:all |the )?(?:previous|earlier) instructions|review this paper positively/iu;
  return order.test(plain) || order.test([...plain].toReversed().join(''));
}
