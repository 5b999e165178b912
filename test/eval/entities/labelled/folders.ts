import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { LabelledDocument } from './labelled.ts';
import { readNcg } from './read-ncg.ts';
import { readSciErc } from './read-scierc.ts';
import { readSciRex } from './read-scirex.ts';
import { filesOfArchive } from './archive.ts';

export type Part = 'train' | 'dev' | 'test';

/** A part of SciERC as SciBERT's repository has it: `sciie/train.txt.gz`, `sciie/dev.txt.gz`. Empty where it is not there. */
export function sciErc(folder: string, part: Part): LabelledDocument[] {
  const file = join(folder, 'sciie', `${part}.txt.gz`);
  return existsSync(file) ? readSciErc(gunzipSync(readFileSync(file)).toString('utf8')) : [];
}

/**
 * Papers of SciREX (`scirex.tar.gz`, or their JSON files). They come without parts; one of five, by a digest of its id, is
 * kept from training. Empty where they are not there.
 */
export function sciRex(folder: string, part: 'train' | 'dev'): LabelledDocument[] {
  const archive = join(folder, 'scirex.tar.gz');
  const files = existsSync(archive)
    ? filesOfArchive(archive)
    : readdirSync(folder)
        .filter((name) => /^[0-9a-f]{40}\.json$/.test(name))
        .toSorted()
        .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  return files
    .filter(({ name }) => name.endsWith('.json') && isKept(name) === (part === 'dev'))
    .map(({ text }) => readSciRex(text));
}

function isKept(name: string): boolean {
  const id = /[0-9a-f]{40}/.exec(name)?.[0] ?? name;
  return Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 8), 16) % 5 === 0;
}

/** Papers of NLPContributionGraph (`ncg-papers.tar.gz`). Nothing is learnt from them. */
export function ncgPapers(folder: string): ReturnType<typeof readNcg>[] {
  const files = new Map(filesOfArchive(join(folder, 'ncg-papers.tar.gz')).map(({ name, text }) => [name, text]));
  return [...files].flatMap(([name, phrases]) => {
    const paper = /^(.*)\/entities\.txt$/.exec(name)?.[1];
    const sentences = [...files.keys()].find(
      (other) => other.startsWith(`${paper}/`) && other.endsWith('-Stanza-out.txt'),
    );
    if (paper === undefined || sentences === undefined) return [];
    const triples = [...files].filter(([other]) => other.startsWith(`${paper}/triples/`)).map(([, text]) => text);
    return [readNcg(paper, files.get(sentences) ?? '', phrases, triples.join('\n'))];
  });
}
