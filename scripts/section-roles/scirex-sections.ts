import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Role } from '@askg/contract';
import { inferRole } from '@askg/ddm';
import { citationSign } from '../../libs/ddm/src/enrich/linear-text/mask-citations.ts';
import type { LabelledSection } from './labelled-sections.ts';

/** A paper of SciREX (Jain et al. 2020): its tokens, and the stretches of them that are sections. */
type Paper = { words: string[]; sections: [start: number, end: number][] };

const longestHeading = 6;
const sentencesInParagraph = 5;

/** The sections of the papers in `scirex.tar.gz`, if the folder has one. Paragraphs are lost there: five sentences stand for one. */
export async function scirexSections(folder: string): Promise<LabelledSection[]> {
  const archive = (await readdir(folder)).find((name) => name === 'scirex.tar.gz');
  if (archive === undefined) return [];
  const target = await mkdtemp(join(tmpdir(), 'askg-scirex-'));
  try {
    await promisify(execFile)('tar', ['xzf', join(folder, archive), '-C', target]);
    const names = (await readdir(target)).filter((name) => name.endsWith('.json')).toSorted();
    const papers = await Promise.all(
      names.map(async (name) => [name, JSON.parse(await readFile(join(target, name), 'utf8')) as Paper] as const),
    );
    return papers.flatMap(([name, paper]) => sectionsOf(name, paper));
  } finally {
    await rm(target, { recursive: true });
  }
}

function sectionsOf(name: string, { words, sections }: Paper): LabelledSection[] {
  const found: LabelledSection[] = [];
  let whole: LabelledSection | undefined;
  for (const [start, end] of sections) {
    const [kind = '', , ...tokens] = words.slice(start, end);
    const { role, length } = headingOf(tokens);
    const texts = paragraphsOf(tokens.slice(length));
    if (kind === 'section') {
      const place = `at${Math.min(9, Math.floor((10 * start) / words.length))}`;
      whole = { paper: name, source: 'scirex', role, place, texts };
      found.push(whole);
    } else if (/^(?:sub)+section$/.test(kind) && (role === 'other' || role === whole?.role)) {
      whole?.texts.push(...texts);
    }
  }
  return found;
}

/** The longest run of first words that is a heading with a role: the text does not part headings from what follows. */
function headingOf(tokens: readonly string[]): { role: Role; length: number } {
  for (let length = longestHeading; length > 0; length--) {
    const role = inferRole(tokens.slice(0, length).join(' '));
    if (role !== 'other') return { role, length };
  }
  return { role: 'other', length: 0 };
}

function paragraphsOf(tokens: readonly string[]): string[] {
  const sentences = tokens.join(' ').replaceAll('[ reference ]', citationSign).split(' . ');
  const paragraphs: string[] = [];
  for (let i = 0; i < sentences.length; i += sentencesInParagraph) {
    paragraphs.push(sentences.slice(i, i + sentencesInParagraph).join(' . '));
  }
  return paragraphs.filter(({ length }) => length > 80);
}
