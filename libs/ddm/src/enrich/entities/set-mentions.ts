import type { Document, Mention, Paragraph, Section, Sentence } from '@askg/contract';

/** The document with these mentions on its sentences, by their ids, and with no others. */
export function setMentions(document: Document, mentions: ReadonlyMap<string, Mention[]>): Document {
  const inSentences = (list: readonly Sentence[]): Sentence[] =>
    list.map((sentence) => {
      const own = mentions.get(sentence.id);
      if (own) return { ...sentence, mentions: own };
      if (sentence.mentions === undefined) return sentence;
      const { mentions: _, ...rest } = sentence;
      return rest;
    });
  const inParagraphs = (list: readonly Paragraph[]): Paragraph[] =>
    list.map((paragraph) => ({ ...paragraph, sentences: inSentences(paragraph.sentences) }));
  const inSection = (section: Section): Section => ({
    ...section,
    paragraphs: inParagraphs(section.paragraphs),
    sections: section.sections.map(inSection),
  });
  return {
    ...document,
    abstract: inParagraphs(document.abstract),
    sections: document.sections.map(inSection),
    figures: document.figures.map((figure) => ({ ...figure, caption: inSentences(figure.caption) })),
    tables: document.tables.map((table) => ({
      ...table,
      caption: inSentences(table.caption),
      ...(table.notes === undefined ? {} : { notes: inParagraphs(table.notes) }),
    })),
    footnotes: document.footnotes.map((note) => ({ ...note, paragraphs: inParagraphs(note.paragraphs) })),
  };
}
