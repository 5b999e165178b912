import type { QueryResult } from '../store.ts';

/** The text of a result, whether it came whole or in chunks. */
export async function wholeText(body: QueryResult['body']): Promise<string> {
  if (typeof body === 'string') return body;
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
