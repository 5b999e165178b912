import { createInterface } from 'node:readline';

/**
 * The side of the child in what `LineEngine` speaks.
 * @param evaluate is measured; it takes the whole result
 * @param rows of the result that was evaluated last, not measured
 */
export async function serveLines(evaluate: (query: string) => Promise<void> | void, rows: () => number): Promise<void> {
  process.stdout.write('{"ready":true}\n');
  for await (const line of createInterface({ input: process.stdin })) {
    const { query } = JSON.parse(line) as { query: string };
    let reply: object;
    try {
      const start = performance.now();
      await evaluate(query);
      reply = { ms: performance.now() - start, rows: rows() };
    } catch (error) {
      reply = { error: error instanceof Error ? error.message : String(error) };
    }
    process.stdout.write(`${JSON.stringify(reply)}\n`);
  }
}
