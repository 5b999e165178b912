import type { OpenSearchClient } from './open-search-client.ts';
import { analysisByItself } from './word-analysis.ts';

/** The server makes at most 10,000 terms at a time, none of less than one character and one between. */
const mostCharacters = 20_000;

/** The terms of each text, made by the server; no index is needed for that. */
export async function wordTerms(client: OpenSearchClient, texts: readonly string[]): Promise<string[][]> {
  const terms: string[][] = [];
  for (const batch of inBatches(texts)) terms.push(...(await analyse(client, batch)));
  return terms;
}

type AnalyzeReply = { tokens: { token: string; start_offset: number }[] };

/** The server gives the terms of all texts in one list; their offsets tell where each text begins. */
async function analyse(client: OpenSearchClient, texts: readonly string[]): Promise<string[][]> {
  if (texts.every((text) => text === '')) return texts.map(() => []);
  const body = { ...analysisByItself, text: texts };
  const { tokens } = await client.send<AnalyzeReply>({ method: 'POST', path: '/_analyze', body });
  const terms: string[][] = texts.map(() => []);
  let text = 0;
  let end = texts[0]?.length ?? 0;
  for (const { token, start_offset: start } of tokens) {
    while (start > end) end += 1 + (texts[++text]?.length ?? Infinity);
    terms[text]?.push(token);
  }
  return terms;
}

/** A text that is too long for one request is cut: no question or sentence is. */
function inBatches(texts: readonly string[]): string[][] {
  const batches: string[][] = [];
  let characters = Infinity;
  for (const text of texts) {
    const part = text.slice(0, mostCharacters).toWellFormed();
    if (characters + part.length > mostCharacters) {
      batches.push([]);
      characters = 0;
    }
    batches.at(-1)?.push(part);
    characters += part.length + 1;
  }
  return batches;
}
