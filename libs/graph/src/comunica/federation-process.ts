import { GraphError } from '../graph-error.ts';
import { evaluate } from './evaluate.ts';
import type { FederationReply, FederationRequest } from './federation-messages.ts';

/*
 * The entry of a federation process: evaluates one query and ends. What of it is for this graph it asks of its parent; the
 * network it reaches by itself, through the guarded fetch alone.
 */

type Part = PromiseWithResolvers<{ mediaType: string; body: string }>;
const parts = new Map<number, Part>();
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
      take(request.id)?.resolve(request);
      break;
    case 'part-failed':
      take(request.id)?.reject(new GraphError('graph/query-failed', request.detail));
      break;
  }
});
process.once('disconnect', () => process.exit());

function askLocal(text: string): Part['promise'] {
  const part: Part = Promise.withResolvers();
  const id = (asked += 1);
  parts.set(id, part);
  send({ type: 'ask', id, text });
  return part.promise;
}

function take(id: number): Part | undefined {
  const part = parts.get(id);
  parts.delete(id);
  return part;
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
