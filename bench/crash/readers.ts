import { setTimeout as delay } from 'node:timers/promises';

const queries = [
  'PREFIX ddm: <https://w3id.org/askg/ddm#> SELECT (COUNT(*) AS ?n) { ?paper a ddm:Paper }',
  'PREFIX ddm: <https://w3id.org/askg/ddm#> SELECT ?s (COUNT(?r) AS ?n) { ?s ddm:cites ?r } GROUP BY ?s ORDER BY DESC(?n) LIMIT 5',
  'ASK { ?s ?p ?o }',
];
const readersAtOnce = 3;

/**
 * Clients that query a server all the time, whatever its address is at the moment. What they are shown must not go back: the
 * commit that an answer names is at least that of every answer that had come before it was asked.
 */
export class Readers {
  answers = 0;
  readonly faults: string[] = [];
  readonly #address: () => string | undefined;
  readonly #loops: Promise<void>[];
  #newest = 0;
  #isOver = false;

  constructor(address: () => string | undefined) {
    this.#address = address;
    this.#loops = Array.from({ length: readersAtOnce }, (_, n) => this.#read(n));
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#loops);
  }

  async #read(first: number): Promise<void> {
    for (let n = first; !this.#isOver; n++) {
      const url = this.#address();
      if (url === undefined) await delay(20);
      else await this.#ask(url, queries[n % queries.length] ?? '');
    }
  }

  async #ask(url: string, query: string): Promise<void> {
    const atLeast = this.#newest;
    try {
      const response = await fetch(new URL(`/sparql?query=${encodeURIComponent(query)}`, url));
      const text = await response.text();
      if (!response.ok) this.faults.push(`status ${response.status}: ${text.slice(0, 200)}`);
      const commit = Number(response.headers.get('askg-commit'));
      if (response.ok && commit < atLeast) this.faults.push(`commit ${commit} was shown after commit ${atLeast}`);
      this.#newest = Math.max(this.#newest, commit);
      this.answers += 1;
    } catch (error) {
      // Where the server was killed meanwhile, no answer is what is to be expected.
      if (this.#address() === url) this.faults.push(`no answer from a server that was left alone: ${String(error)}`);
      await delay(20);
    }
  }
}
