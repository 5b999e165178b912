import type { Document, Section } from '@askg/contract';
import { cutSentences } from '@askg/ddm';
import { abstractOf } from '../../../../bench/retrieval/bench-library.ts';

/** A question of a data set, and the paper that it was asked of. */
export type SourcedQuestion = {
  /** Id that the data set has for it. */
  id: string;
  text: string;
  /** Id of its paper in the data set. */
  paper: string;
  /** Papers that may answer it too, and so are no wrong ones. */
  related?: readonly string[];
  /** The data set, or the file that it came from, keeps it for tests. */
  isTest?: boolean;
};

export type SourcedPaper = { id: string; title: string; document: Document };

/** What one data set gives: questions that their paper answers, and papers, also such as no question is asked of. */
export type Source = { name: string; questions: readonly SourcedQuestion[]; papers: readonly SourcedPaper[] };

/** A part of a paper's text. An empty heading stands for none. */
export type TextPart = { heading: string; paragraphs: readonly string[] };

/** A paper of plain text, its paragraphs cut into sentences. */
export function paperOfText(set: string, id: string, title: string, parts: readonly TextPart[]): SourcedPaper {
  const document = {
    ...abstractOf(`${set}.${id.replaceAll(/[^a-z0-9.-]+/gi, '-')}`, title, []),
    sections: parts.map(({ heading, paragraphs }, i) => sectionOf(heading, paragraphs, `s${i + 1}`)),
  };
  return { id, title, document };
}

function sectionOf(heading: string, paragraphs: readonly string[], id: string): Section {
  return {
    id,
    heading,
    depth: 1,
    role: 'other',
    paragraphs: paragraphs.map((text, i) => ({
      id: `${id}/p${i + 1}`,
      kind: 'text',
      sentences: cutSentences(text, []).map(({ start, end }, j) => ({
        id: `${id}/p${i + 1}/t${j + 1}`,
        text: text.slice(start, end).trim(),
        boxes: [],
        citations: [],
      })),
    })),
    sections: [],
  };
}

/** All that a paper says, for comparing papers by their words. */
export function textOf({ title, document }: SourcedPaper): string {
  const sentences = document.sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) => paragraph.sentences.map(({ text }) => text)),
  );
  return [title, ...sentences].join(' ');
}
