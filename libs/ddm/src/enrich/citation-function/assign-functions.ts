import type { Document, Paragraph, Role, Section, Sentence } from '@askg/contract';
import { functionsOf } from './functions-of.ts';

/**
 * Says for each citation in running text, captions and notes why it is made (`CitationMark.function`, a property of CiTO; see
 * `classOfFunction`). Citations in headings and table cells have no sentence to tell it, and stay without. Section roles
 * must have been assigned.
 */
export function assignFunctions(document: Document): Document {
  const roles = rolesOf(document.sections);
  const roleOf = ({ section = '' }: { section?: string }): Role | undefined => roles.get(section);
  return {
    ...document,
    abstract: inParagraphs(document.abstract, 'abstract'),
    sections: document.sections.map(inSection),
    figures: document.figures.map((figure) => ({ ...figure, caption: inSentences(figure.caption, roleOf(figure)) })),
    tables: document.tables.map((table) => ({
      ...table,
      caption: inSentences(table.caption, roleOf(table)),
      ...(table.notes === undefined ? {} : { notes: inParagraphs(table.notes, roleOf(table)) }),
    })),
    footnotes: document.footnotes.map((note) => ({ ...note, paragraphs: inParagraphs(note.paragraphs) })),
  };
}

function inSection(section: Section): Section {
  const { paragraphs, sections, role } = section;
  return { ...section, paragraphs: inParagraphs(paragraphs, role), sections: sections.map(inSection) };
}

function inParagraphs(paragraphs: readonly Paragraph[], role?: Role): Paragraph[] {
  return paragraphs.map((paragraph) => ({ ...paragraph, sentences: inSentences(paragraph.sentences, role) }));
}

function inSentences(sentences: readonly Sentence[], role?: Role): Sentence[] {
  return sentences.map((sentence) => {
    if (sentence.citations.length === 0) return sentence;
    const functions = functionsOf(sentence, role);
    const citations = sentence.citations.map((mark, i) => ({ ...mark, function: functions[i] ?? '' }));
    return { ...sentence, citations };
  });
}

function rolesOf(sections: readonly Section[], roles = new Map<string, Role>()): Map<string, Role> {
  for (const { id, role, sections: inner } of sections) {
    roles.set(id, role);
    rolesOf(inner, roles);
  }
  return roles;
}
