import { DdmError } from '../../ddm-error.ts';
import type { DraftDocument, DraftParagraph } from '../../document/draft.ts';
import { inflate, isGzip } from '../gzip/inflate.ts';
import { JatsContext } from '../jats/context.ts';
import { ReferenceIndex } from '../jats/references/reference-index.ts';
import { findDoi } from '../jats/references/reference-links.ts';
import { readArticleText } from '../jats/text/article-text.ts';
import { readBlocks } from '../jats/text/blocks.ts';
import { element } from '../xml/element.ts';
import type { XmlNode } from '../xml/tree.ts';
import { readDateText } from '../markdown/front/date.ts';
import { appendNode } from '../jats/text/inline.ts';
import { type Article, readArticle } from './article/read-article.ts';
import { readAuthors } from './front/authors.ts';
import { languageOf } from './front/language.ts';
import { readReferences } from './bibliography/read-references.ts';
import { mainFile } from './source/main-file.ts';
import { isArchive } from './source/is-archive.ts';
import { openArchive } from './source/open-archive.ts';
import { type Companion, SourceFiles } from './source/source-files.ts';
import { sourcePath } from './source/source-path.ts';

/** What a file alone is called in findings: its own name is no part of what it says. */
const loneFile = 'main.tex';

/** The largest single file that is read, in bytes. */
const largest = 8 * 1024 * 1024;

/**
 * Reads a paper in LaTeX: one file, one in gzip, or an archive of files as arXiv gives sources. It is parsed, never run:
 * its macros are expanded within bounds, and the files it takes in are those of the archive, or those that `companion`
 * gives. What is read is brought into the form of a JATS article and read as one.
 * @throws DdmError `ddm/too-large`, `ddm/malformed-gzip`, `ddm/malformed-archive`, `ddm/malformed-text`, `ddm/not-latex`,
 * `ddm/too-deep`, `ddm/too-many-elements`
 */
export async function readLatex(
  bytes: Uint8Array,
  options: { companion?: Companion; fileName?: string } = {},
): Promise<DraftDocument> {
  const { files, main, refused } = await openSource(bytes, options);
  return readAsArticle(readArticle(files, main, refused));
}

/**
 * The list of references that was written beside a file has its name (`paper.bbl`); it is asked for by that, and known as
 * the list of the lone file.
 */
function listUnderName(companion: Companion | undefined, fileName = loneFile): Companion | undefined {
  if (!companion) return undefined;
  const base =
    fileName
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/(?:\.(?:tex|ltx|gz))+$/i, '') ?? '';
  const own = sourcePath(`${base}.bbl`);
  return (name) =>
    name === loneFile.replace('.tex', '.bbl') ? (own === undefined ? undefined : companion(own)) : companion(name);
}

async function openSource(
  bytes: Uint8Array,
  { companion, fileName }: { companion?: Companion; fileName?: string },
): Promise<{ files: SourceFiles; main: string; refused: string[] }> {
  if (!isArchive(bytes)) {
    const content = isGzip(bytes) ? inflate(bytes, largest) : bytes;
    if (content.length > largest) {
      throw new DdmError('ddm/too-large', `The file has ${content.length} bytes; the limit is ${largest}.`);
    }
    return {
      files: new SourceFiles(new Map([[loneFile, content]]), listUnderName(companion, fileName)),
      main: loneFile,
      refused: [],
    };
  }
  const { files: contents, refused } = await openArchive(bytes);
  const files = new SourceFiles(contents);
  const main = mainFile(files);
  if (main === undefined) {
    throw new DdmError('ddm/not-latex', `None of the ${contents.size} text files of the archive begins a document.`);
  }
  return { files, main, refused };
}

function readAsArticle({ root, context, entries, style, notices, unresolved, comments }: Article): DraftDocument {
  const jats = new JatsContext(new ReferenceIndex(root), { blocks: readBlocks, append: appendNode });
  const { front } = context;
  const title = plain(front.title, jats);
  if (title === '') jats.findings.count('ddm/no-title', 'warning', 'The paper has no title.');
  const contributors = readAuthors(front.people, context);
  const abstract = jats.blocks(element('abstract', {}, front.abstract));
  const notes = jats.blocks(element('back', {}, [element('fn-group', {}, front.notes)]));
  const blocks = readArticleText(root, jats);
  notices.tell(jats.findings);
  if (unresolved > 0) {
    jats.findings.count('ddm/dangling-label', 'warning', 'Cross-references to labels that nothing has.', unresolved);
  }
  for (const [name, amount] of context.unknown) for (let i = 0; i < amount; i++) jats.findings.unknown(name);
  for (const [what, amount] of context.dropped) jats.findings.dropped(what, amount);
  jats.findings.dropped('comments of the source', comments);
  const language = languageOf(context.preamble);
  const date = readDateText(front.date);
  const doi = findDoi(front.doi);
  return {
    format: 'latex',
    ...(language === undefined ? {} : { language }),
    title,
    abstract: abstract.filter((block): block is DraftParagraph => block.type === 'paragraph'),
    identifiers: doi === undefined ? {} : { doi },
    ...(date === undefined ? {} : { date }),
    keywords: front.keywords,
    contributors,
    blocks: [...abstract.filter(({ type }) => type !== 'paragraph'), ...notes, ...blocks],
    references: readReferences(entries, style.kind === 'number', jats),
    findings: jats.findings.list(),
  };
}

function plain(nodes: readonly XmlNode[], context: JatsContext): string {
  const flow = context.flow();
  for (const node of nodes) context.append(node, flow);
  return flow.text.build().text;
}
