import type { ServerResponse } from 'node:http';
import type { AskEvent } from '@askg/contract';

/** Milliseconds of silence after which a comment keeps proxies from closing the connection. */
const silenceMs = 15_000;

/** Milliseconds that a client may take to read what was sent. */
const patienceMs = 30_000;

/** Sends events as they come, by the event stream format of the HTML standard; returns when all are sent. */
export async function sendEvents(response: ServerResponse, events: AsyncIterable<AskEvent>): Promise<void> {
  response.setHeader('Content-Type', 'text/event-stream');
  response.setHeader('Cache-Control', 'no-store');
  // Nginx would hold events back.
  response.setHeader('X-Accel-Buffering', 'no');
  response.flushHeaders();
  const heartbeat = setInterval(() => response.write(': still at it\n\n'), silenceMs);
  try {
    for await (const event of events) {
      if (response.destroyed) return;
      heartbeat.refresh();
      const isTaken = response.write(`event: ${event.event}\ndata: ${JSON.stringify(event)}\n\n`);
      if (!isTaken) await drained(response);
    }
    response.end();
  } finally {
    clearInterval(heartbeat);
  }
}

/** Resolves when the client has taken what was sent, or is gone; one that takes nothing for long is let go. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => response.destroy(), patienceMs);
    const done = (): void => {
      clearTimeout(timer);
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
    if (response.destroyed) done();
  });
}
