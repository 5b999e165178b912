import { describe, expect, it } from '@jest/globals';
import { buildDocument } from '../../../document/build-document.ts';
import { cutSentences } from '../../../enrich/sentences/cut-sentences.ts';
import { readMarkdown } from '../read-markdown.ts';

/** Each sentence of the body, with what it is flagged as. */
function flagged(source: string): string[] {
  const draft = readMarkdown(Buffer.from(source));
  const { sections } = buildDocument(draft, { digest: '0'.repeat(64), cutSentences });
  const sentences = sections.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.sentences));
  return sentences.map(({ text, flags = [] }) => [text, ...flags].join(' '));
}

describe('blocks between two tags of HTML', () => {
  it('are hidden where the first one hides them, until it is closed', () => {
    const source = '# One\n\nFirst.\n\n<div style="display:none">\n\nSecond.\n\n- Third.\n\n</div>\n\nLast.\n';
    expect(flagged(source)).toEqual(['First.', 'Second. hidden', 'Third. hidden', 'Last.']);
  });

  it('are shown where it only sets them apart', () => {
    expect(flagged('# One\n\n<div align="center">\n\nFirst.\n\n</div>\n\nLast.\n')).toEqual(['First.', 'Last.']);
  });
});
