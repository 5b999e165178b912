import { GraphError } from '../graph-error.ts';

/**
 * Reads a response as text. Bytes are counted as they come, so that no more than the limit is ever kept.
 * @throws GraphError `graph/result-too-large`, and what ends the body before its time
 */
export async function readLimited(response: Response, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > limit) throw new GraphError('graph/result-too-large', `The result has more than ${limit} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The beginning of a response that says what is wrong, in one line. The rest is not read. */
export async function readComplaint(response: Response): Promise<string> {
  const most = 4000;
  let text = '';
  try {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length >= most) break;
    }
  } catch {
    // What has come is better than nothing.
  }
  const isPage = /^\s*<(?:!doctype|html)/i.test(text);
  const plain = isPage ? (/<title>([^<]*)<\/title>/i.exec(text)?.[1] ?? '') : text;
  return plain.replaceAll(/\s+/g, ' ').trim().slice(0, 300);
}
