import type { DraftParagraph, DraftSection } from '../../document/draft.ts';
import { DraftTextBuilder } from '../../document/draft-text.ts';
import type { Findings } from '../jats/findings.ts';
import { collapse } from '../xml/tree.ts';
import { isObject, type Json, type JsonObject } from './parse-ddm-json.ts';

/**
 * The sections of a list. They stand in a row, and a part of one before is named `Parent: Part`: it becomes a section of
 * that one.
 */
export function readSections(list: Json | undefined, findings: Findings): DraftSection[] {
  const sections: DraftSection[] = [];
  for (const item of objectsOf(list, findings)) {
    const section = readSection(item, findings);
    const parent = sections.at(-1);
    const prefix = parent && parent.heading.text !== '' ? `${parent.heading.text}: ` : undefined;
    if (parent && prefix !== undefined && section.heading.text.startsWith(prefix)) {
      parent.blocks.push({ ...section, heading: { text: section.heading.text.slice(prefix.length), marks: [] } });
    } else sections.push(section);
  }
  return sections;
}

function readSection(item: JsonObject, findings: Findings): DraftSection {
  const heading = [item['subtitle'], item['title'], item['heading']].find((text) => typeof text === 'string') ?? '';
  const paragraphs = objectsOf(item['paragraphs'], findings).map(readParagraph);
  const kept = paragraphs.filter(({ content }) => content.text !== '');
  if (kept.length < paragraphs.length) {
    const empty = paragraphs.length - kept.length;
    findings.count('ddm/empty-paragraph', 'warning', 'Paragraphs without any text.', empty);
  }
  return {
    type: 'section',
    heading: { text: collapse(heading), marks: [] },
    blocks: [...kept, ...readSections(item['sections'], findings)],
  };
}

function readParagraph(item: JsonObject): DraftParagraph {
  const text = new DraftTextBuilder();
  for (const sentence of textsOf(item['sentences'])) text.break().open({ kind: 'atom' }).append(sentence).close();
  return { type: 'paragraph', kind: 'text', content: text.build() };
}

/** The texts of a list of texts, or of objects with a `text` or `name`. */
export function textsOf(list: Json | undefined): string[] {
  return (Array.isArray(list) ? list : []).flatMap((item) => {
    const text = isObject(item) ? (item['text'] ?? item['name']) : item;
    return typeof text === 'string' ? [text] : [];
  });
}

function objectsOf(list: Json | undefined, findings: Findings): JsonObject[] {
  const items = Array.isArray(list) ? list : [];
  const objects = items.filter(isObject);
  if (objects.length < items.length) {
    const others = items.length - objects.length;
    findings.count('ddm/unknown-value', 'warning', 'Values in the place of a section or paragraph.', others);
  }
  return objects;
}
