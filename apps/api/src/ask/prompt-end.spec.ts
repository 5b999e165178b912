import { describe, expect, it } from '@jest/globals';
import type { AskEvent } from '@askg/contract';
import { promptEnd } from './prompt-end.ts';

const run = 'r';
const started: AskEvent = { event: 'started', run, ms: 0, question: 'q' };
const cancelled: AskEvent = { event: 'cancelled', run, ms: 7 };
const text: AskEvent = { event: 'text', run, ms: 1, delta: 'x' };

async function all(source: AsyncIterable<AskEvent>, signal = new AbortController().signal): Promise<AskEvent[]> {
  const events: AskEvent[] = [];
  for await (const event of promptEnd(source, { run, signal, ms: () => 7 })) events.push(event);
  return events;
}

async function* of(...events: AskEvent[]): AsyncGenerator<AskEvent> {
  yield* events;
}

describe('the end of a run', () => {
  it('is the first one, whatever comes after it', async () => {
    expect(await all(of(started, cancelled, text, cancelled))).toEqual([started, cancelled]);
  });

  it('is missed when the source has none', async () => {
    await expect(all(of(started))).rejects.toThrow('without an end');
  });

  it('is said for a source that does not listen', async () => {
    const controller = new AbortController();
    const source = (async function* () {
      yield started;
      controller.abort();
      await new Promise(() => undefined);
    })();
    expect(await all(source, controller.signal)).toEqual([started, cancelled]);
  });

  it('is said for a run that was cancelled before it began', async () => {
    const endless = (async function* (): AsyncGenerator<AskEvent> {
      await new Promise(() => undefined);
      yield text;
    })();
    expect(await all(endless, AbortSignal.abort())).toEqual([cancelled]);
  });

  it('leaves the source when the listener leaves', async () => {
    let isLeft = false;
    const source = (async function* () {
      try {
        yield started;
        yield text;
      } finally {
        isLeft = true;
      }
    })();
    for await (const _ of promptEnd(source, { run, signal: new AbortController().signal, ms: () => 0 })) break;
    expect(isLeft).toBe(true);
  });

  it('does not hide that a source broke', async () => {
    const broken = (async function* (): AsyncGenerator<AskEvent> {
      yield started;
      throw new Error('broken');
    })();
    await expect(all(broken)).rejects.toThrow('broken');
  });
});
