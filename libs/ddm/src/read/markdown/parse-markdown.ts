import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { DdmError } from '../../ddm-error.ts';

/** Levels of quotations, lists and spans inside each other; everything behind recurses over the tree because of it. */
const deepest = 100;

const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });
const containers = new RegExp(String.raw`^[ \t]*(?:(?:>|[*+-]|\d{1,9}[.)])[ \t]*){${deepest}}`, 'm');
/** Blocks, spans and stretches of text; a long thesis has some ten thousand. */
const mostNodes = 100_000;

/** Marks of emphasis, links and code in one paragraph: the parser's time grows with their square. */
const mostMarks = 2000;

/**
 * The syntax tree of a Markdown text with tables and notes as GitHub has them.
 * @throws DdmError `ddm/too-deep`, `ddm/too-many-elements` for a paragraph that has more marks than any paper's
 */
export function parseMarkdown(text: string): Root {
  if (containers.test(text)) throw tooDeep();
  refuseMarks(text);
  let root: Root;
  try {
    root = processor.parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
  measure(root);
  return root;
}

function refuseMarks(text: string): void {
  let line = 1;
  for (const paragraph of text.split(/(\n[ \t]*\n)/)) {
    const marks = paragraph.length < mostMarks ? 0 : (paragraph.match(/[*_~^]+|`{1,100}|!?\[|\]|</g)?.length ?? 0);
    if (marks > mostMarks) {
      throw new DdmError(
        'ddm/too-many-elements',
        `line ${line}: a paragraph with ${marks} marks; the limit is ${mostMarks}.`,
      );
    }
    line += paragraph.split('\n').length - 1;
  }
}

function tooDeep(): DdmError {
  return new DdmError('ddm/too-deep', `The text has more than ${deepest} levels of lists, quotations or spans.`);
}

function measure(root: Nodes): void {
  let level: Nodes[] = [root];
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw tooDeep();
    nodes += level.length;
    if (nodes > mostNodes) {
      throw new DdmError('ddm/too-many-elements', `The text has more than ${mostNodes} parts.`);
    }
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  }
}
