import { delimiter } from 'node:path';
import type { Paragraph, Role, Section } from '@askg/contract';
import { assignRoles, buildDocument, cutSentences, readJats } from '@askg/ddm';
import { jatsFiles } from '../../bench/jats-files.ts';
import { maskCitations } from '../../libs/ddm/src/enrich/linear-text/mask-citations.ts';
import { utf16Spans } from '../../libs/ddm/src/enrich/linear-text/utf16-spans.ts';

/** So that one long review does not speak for all papers. */
const mostOfOnePaper = 40;

/** The masked citing sentences of all JATS files below some folders, by the role of their section. */
export async function citingSentences(folders: string): Promise<Map<Role, string[]>> {
  const files = (await Promise.all(folders.split(delimiter).map((folder) => jatsFiles(folder)))).flat();
  const all = new Map<Role, string[]>();
  for (const { bytes } of files) {
    const { abstract, sections } = assignRoles(buildDocument(readJats(bytes), { digest: '', cutSentences }));
    const ofPaper = new Map<Role, string[]>();
    collect(abstract, 'abstract', ofPaper);
    walk(sections, ofPaper);
    for (const [role, found] of ofPaper) all.set(role, [...(all.get(role) ?? []), ...found.slice(0, mostOfOnePaper)]);
  }
  return all;
}

function walk(sections: readonly Section[], into: Map<Role, string[]>): void {
  for (const { paragraphs, role, sections: inner } of sections) {
    collect(paragraphs, role, into);
    walk(inner, into);
  }
}

function collect(paragraphs: readonly Paragraph[], role: Role, into: Map<Role, string[]>): void {
  const citing = paragraphs.flatMap(({ sentences }) => sentences).filter(({ citations }) => citations.length > 0);
  const masked = citing.map(({ text, citations }) => maskCitations(text, utf16Spans(text, citations)));
  if (masked.length > 0) into.set(role, [...(into.get(role) ?? []), ...masked]);
}
