import type { Document } from '@askg/contract';
import { buildDocument } from '../document/build-document.ts';
import { cutSentences } from '../enrich/sentences/cut-sentences.ts';
import { readJats } from '../read/jats/read-jats.ts';

/** The inner XML of the parts of an article. `root` is what stands behind the back matter. */
export type ArticleParts = {
  title?: string;
  journal?: string;
  meta?: string;
  body?: string;
  back?: string;
  root?: string;
  attributes?: string;
};

/** The document of a file, before any enricher but the sentence cutter. */
export function documentOf(bytes: Uint8Array): Document {
  return buildDocument(readJats(bytes), { digest: '0'.repeat(64), cutSentences });
}

/** The document of an article that has these parts. */
export function readArticle(parts: ArticleParts): Document {
  const {
    title = '<article-title>Title</article-title>',
    journal = '',
    meta = '',
    body = '',
    back = '',
    root = '',
    attributes = '',
  } = parts;
  return documentOf(
    Buffer.from(
      `<article ${attributes}><front><journal-meta>${journal}</journal-meta>` +
        `<article-meta><title-group>${title}</title-group>${meta}</article-meta></front>` +
        `<body>${body}</body><back>${back}</back>${root}</article>`,
    ),
  );
}

/** The text of each paragraph of the body, in order, sections flattened. */
export function bodyTexts(document: Document): string[] {
  const texts = (sections: Document['sections']): string[] =>
    sections.flatMap(({ paragraphs, sections: inner }) => [
      ...paragraphs.map(({ sentences }) => sentences.map(({ text }) => text).join(' ')),
      ...texts(inner),
    ]);
  return texts(document.sections);
}

/** The text of the one paragraph that this content of a `p` makes. */
export function paragraphText(content: string): string {
  return bodyTexts(readArticle({ body: `<p>${content}</p>` }))[0] ?? '';
}
