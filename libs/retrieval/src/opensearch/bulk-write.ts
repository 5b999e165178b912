import { setTimeout as delay } from 'node:timers/promises';
import { RetrievalError } from '../retrieval-error.ts';
import { type OpenSearchClient, patiently } from './open-search-client.ts';
import { isBlock, isPassing } from './server-reply.ts';

/** A document and the id by which it replaces an earlier one; without one, what has this id is deleted. */
export type Write = { index: string; id: string; document?: object };

type Outcome = { status: number; error?: { type: string; reason: string } };
type BulkReply = { errors: boolean; items: { index?: Outcome; delete?: Outcome }[] };

/** Characters of one request; the server advises 5 to 15 MB. */
const mostCharacters = 5_000_000;
const attempts = 6;
const firstPauseMs = 200;

/** Writes and deletes; readers see it after the next refresh. What the server is too busy for is sent again. */
export async function bulkWrite(client: OpenSearchClient, writes: readonly Write[]): Promise<void> {
  for (const part of inParts(writes)) await writePart(client, part);
}

async function writePart(client: OpenSearchClient, part: Operation[]): Promise<void> {
  let waiting = part;
  for (let attempt = 1; waiting.length > 0; attempt++) {
    const path = '/_bulk?filter_path=errors,items.*.status,items.*.error.type,items.*.error.reason';
    const { errors, items } = await client.send<BulkReply>({
      method: 'POST',
      path,
      lines: waiting.flat(),
      ...patiently,
    });
    if (!errors) return;
    const outcomes = items.map(({ index, delete: deleted }) => index ?? deleted);
    // What is to be deleted and is not there needs no deleting.
    const refused = outcomes.find((each) => each && each.status >= 300 && each.status !== 429 && each.status !== 404);
    if (refused) throw refusal(refused);
    waiting = waiting.filter((_, i) => outcomes[i]?.status === 429);
    if (waiting.length > 0 && attempt === attempts) {
      throw new RetrievalError('retrieval/unreachable', 'The server is too busy to take in documents.');
    }
    await delay(firstPauseMs * 2 ** (attempt - 1));
  }
}

function refusal({ status, error }: Outcome): RetrievalError {
  if (isPassing({ status })) return new RetrievalError('retrieval/unreachable', error?.reason ?? `Status ${status}`);
  const code = isBlock(error?.type) ? 'retrieval/not-writable' : 'retrieval/server-refused';
  return new RetrievalError(code, `A document was refused: ${error?.reason ?? `status ${status}`}`);
}

/** The lines that a document takes in a request. */
type Operation = string[];

function inParts(writes: readonly Write[]): Operation[][] {
  const parts: Operation[][] = [];
  let part: Operation[] = [];
  let characters = 0;
  for (const { index, id, document } of writes) {
    const place = { _index: index, _id: id };
    const operation = document
      ? [JSON.stringify({ index: place }), JSON.stringify(document)]
      : [JSON.stringify({ delete: place })];
    const more = operation.reduce((sum, line) => sum + line.length, 0);
    if (part.length > 0 && characters + more > mostCharacters) {
      parts.push(part);
      part = [];
      characters = 0;
    }
    part.push(operation);
    characters += more;
  }
  return part.length > 0 ? [...parts, part] : parts;
}
