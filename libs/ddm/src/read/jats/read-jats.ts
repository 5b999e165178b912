import type { Format } from '@askg/contract';
import { DdmError } from '../../ddm-error.ts';
import type { DraftDocument } from '../../document/draft.ts';
import { parseXml } from '../xml/parse.ts';
import { childElements, childNamed, type XmlElement } from '../xml/tree.ts';
import { readAbstracts } from './front/abstracts.ts';
import { readArticleText } from './text/article-text.ts';
import { readBlocks } from './text/blocks.ts';
import { JatsContext } from './context.ts';
import { readContributors } from './front/contributors.ts';
import { readDate } from './front/dates.ts';
import {
  readIdentifiers,
  readKeywords,
  readLanguage,
  readLicence,
  readTitle,
  readVenue,
  reportUntold,
} from './front/front.ts';
import { readFrontNotes } from './front/front-notes.ts';
import { readNotices } from './front/notices.ts';
import { withHiddenByStyle } from './text/hidden.ts';
import { appendNode } from './text/inline.ts';
import { ReferenceIndex } from './references/reference-index.ts';
import { readReference } from './references/references.ts';

/**
 * Reads a JATS article (archiving, publishing and authoring tag sets, and their NLM predecessors from 2.0).
 * @throws DdmError `ddm/not-jats`, and what `parseXml` throws
 */
export function readJats(bytes: Uint8Array): DraftDocument {
  return readArticle(withHiddenByStyle(findArticle(parseXml(bytes))), 'jats');
}

/** The article of a parsed file, which PubMed Central's services wrap in a set of one. */
function findArticle(root: XmlElement): XmlElement {
  const wrapped = /^pmc-?articleset$/i.test(root.name) ? childElements(root) : [root];
  const [article] = wrapped;
  if (wrapped.length !== 1 || article?.name !== 'article') {
    const held = wrapped[0] === root ? '' : `, and it holds ${wrapped.length} elements`;
    throw new DdmError('ddm/not-jats', `The root element is “${root.name}”${held}.`);
  }
  if (!childNamed(article, 'front', 'body', 'front-stub')) {
    throw new DdmError('ddm/not-jats', 'The article has neither a “front” nor a “body”.');
  }
  return article;
}

/**
 * Reads an article element. Readers of other formats bring their sources into this form first.
 * @param append how a node becomes running text, for readers that mark more than JATS can say
 */
export function readArticle(article: XmlElement, format: Format, append = appendNode): DraftDocument {
  const context = new JatsContext(new ReferenceIndex(article), { blocks: readBlocks, append });
  const front = childNamed(article, 'front', 'front-stub');
  const meta = childNamed(front, 'article-meta') ?? front;
  if (!childNamed(article, 'body')) {
    context.findings.count(
      'ddm/no-body',
      'warning',
      'The file has no body: only what stands around the text was read.',
    );
  }
  const title = readTitle(meta, context);
  const abstract = readAbstracts(meta, context);
  const blocks = [...abstract.lifted, ...readArticleText(article, context), ...readFrontNotes(front, context)];
  const language = readLanguage(article);
  const venue = readVenue(front);
  const date = readDate(meta);
  const licence = readLicence(meta);
  const references = context.references.entries.map((entry) => readReference(entry, context));
  const keywords = readKeywords(meta, context);
  const notices = readNotices(article, meta, context);
  reportUntold(meta, context);
  return {
    format,
    ...(language === undefined ? {} : { language }),
    title,
    abstract: abstract.paragraphs,
    identifiers: readIdentifiers(meta),
    ...(venue === undefined ? {} : { venue }),
    ...(date === undefined ? {} : { date }),
    ...(licence === undefined ? {} : { licence }),
    keywords,
    contributors: readContributors(meta),
    ...(notices.length === 0 ? {} : { notices }),
    blocks,
    references,
    findings: context.findings.list(),
  };
}
