import { Corpus } from '@askg/corpus';

/** Checks every file against its digest, and that each graph that stood before stands still. @returns what is wrong */
export async function proveSound(
  data: string,
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): Promise<string[]> {
  const faults = [...before.keys()].filter((name) => !now.has(name)).map((name) => `${name} was lost`);
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
