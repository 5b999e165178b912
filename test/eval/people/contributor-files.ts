import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buildDocument, cutSentences, readSource } from '@askg/ddm';
import { type LinkingFacts, linkingFacts } from '../../../libs/corpus/src/links/facts/linking-facts.ts';
import { crossrefFacts } from './crossref-facts.ts';

/** A file of a paper, with what it says of it; `doi` of the paper. */
export type ContributorFile = { name: string; doi?: string; facts: LinkingFacts };

/** The JATS, Markdown and Crossref files below a folder, also those in `.tar.gz` archives, by name; PDFs if told so. */
export async function readContributorFiles(folder: string, endings = /\.(?:xml|md)$/): Promise<ContributorFile[]> {
  const files: ContributorFile[] = [];
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const path = join(folder, file);
    if (file.endsWith('.tar.gz')) files.push(...(await readArchive(path, endings)));
    else if (endings.test(file) && !/^(?:README|SOURCE)\.md$/.test(basename(file))) {
      files.push(await readFile(path, basename(file)));
    }
  }
  return files;
}

async function readArchive(path: string, endings: RegExp): Promise<ContributorFile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'askg-eval-'));
  try {
    execFileSync('tar', ['-xzf', path, '-C', folder]);
    return await readContributorFiles(folder, endings);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readFile(path: string, name: string): Promise<ContributorFile> {
  const bytes = readFileSync(path);
  if (name.endsWith('.crossref.xml')) {
    const { doi, ...facts } = crossrefFacts(bytes.toString());
    return { name, ...(doi === undefined ? {} : { doi }), facts };
  }
  const digest = createHash('sha256').update(bytes).digest('hex');
  const document = buildDocument(await readSource(bytes, { fileName: path }), { digest, cutSentences });
  const { doi } = document.identifiers;
  return { name, ...(doi === undefined ? {} : { doi }), facts: linkingFacts(document) };
}
