import { GraphError } from '../graph-error.ts';
import { evaluate } from './evaluate.ts';
import type { FederationReply, FederationRequest } from './federation-messages.ts';

/*
 * The entry of a federation process: evaluates one query and ends. What of it is for this graph it asks of its parent; the
 * network it reaches by itself, through the guarded fetch alone.
 */

type Part = { mediaType: string; body: string };
/** Takes the answer to what was asked under this number. */
const takers = new Map<number, (part: Part) => void>();
let asked = 0;

process.on('message', (request: FederationRequest) => {
  switch (request.type) {
    case 'evaluate':
      void evaluate(request.query, askLocal).then(
        ({ rows, text }) => finish({ type: 'result', rows, text }),
        (error: unknown) => finish(refusal(error)),
      );
      break;
    case 'part':
      takers.get(request.id)?.(request);
      takers.delete(request.id);
      break;
  }
});
process.once('disconnect', () => process.exit());
// When several requests fail at once, Comunica lets the errors of those escape that it no longer waits for.
process.on('uncaughtException', (error) => finish(refusal(error)));

/** Never settles where this graph refuses the part: the parent then ends the query, and this process. */
function askLocal(text: string): Promise<Part> {
  const { promise, resolve } = Promise.withResolvers<Part>();
  const id = (asked += 1);
  takers.set(id, resolve);
  send({ type: 'ask', id, text });
  return promise;
}

function refusal(error: unknown): FederationReply {
  const detail = error instanceof Error ? error.message : String(error);
  return { type: 'refused', code: error instanceof GraphError ? error.code : 'graph/query-failed', detail };
}

function finish(reply: FederationReply): void {
  process.send?.(reply, () => process.exit());
}

function send(reply: FederationReply): void {
  process.send?.(reply);
}
