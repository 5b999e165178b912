import { Corpus } from '@askg/corpus';

/** The graphs that stood before and are gone. */
export function lostGraphs(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  return [...before.keys()].filter((name) => !now.has(name)).map((name) => `${name} was lost`);
}

/** What a server answers beside what is committed: the same graphs, once it has caught up. */
export async function servedFaults(url: string, committed: ReadonlyMap<string, string>): Promise<string[]> {
  const query = 'SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }';
  const accept = { headers: { accept: 'text/csv' } };
  const response = await fetch(new URL(`/sparql?query=${encodeURIComponent(query)}`, url), accept);
  const text = await response.text();
  if (!response.ok) return [`the graphs served: status ${response.status}: ${text}`];
  const served = new Set(text.trim().split('\r\n').slice(1));
  const names = new Set(committed.keys());
  return [
    ...[...names].filter((name) => !served.has(name)).map((name) => `${name} is committed and not served`),
    ...[...served].filter((name) => !names.has(name)).map((name) => `${name} is served and not committed`),
  ];
}

/** Checks every file against its digest, and that each graph that stood before stands still. @returns what is wrong */
export async function proveSound(
  data: string,
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): Promise<string[]> {
  const faults = lostGraphs(before, now);
  if (!Corpus.exists(data)) return faults;
  const corpus = Corpus.open(data);
  try {
    for await (const step of corpus.verify()) {
      if (step.done < step.total) continue;
      const errors = step.faults.filter(({ severity }) => severity === 'error');
      faults.push(...errors.map(({ code, file, detail }) => `${code} ${file}: ${detail}`));
    }
    return faults;
  } finally {
    corpus.close();
  }
}

/** Every graph that is missing, is too much, or has another digest. */
export function differences(expected: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): string[] {
  return [...new Set([...expected.keys(), ...found.keys()])]
    .filter((name) => expected.get(name) !== found.get(name))
    .map((name) => `${name}: ${found.get(name) ?? 'missing'} instead of ${expected.get(name) ?? 'nothing'}`);
}
