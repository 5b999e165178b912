import type { Heap } from './heap.ts';
import type { PdfiumFunctions } from './pdfium.ts';

/**
 * What a tagged PDF says that a text is: a heading with its depth (from 1), a part of an item of a list (`item` numbers
 * the items of a page), or an artifact: something printed around the text.
 */
export type ContentRole = { heading: number } | { item: number } | 'artifact';

/** What the tree says of a content: its place in the reading order of the page, and its role where it has one here. */
export type TaggedContent = { rank: number; role?: ContentRole };

/** By the id that marks the content on the page. */
export type TaggedContents = ReadonlyMap<number, TaggedContent>;

const maxElements = 50_000;
const maxDepth = 40;

/** Whether a file says that its structure tree tells what its text is. */
export function isTagged(functions: PdfiumFunctions, document: number): boolean {
  return functions.FPDFCatalog_IsTagged(document) === 1;
}

/** What the structure tree says of the content of a page. A damaged tree may run in circles: it is bounded. */
export function readTaggedContents(functions: PdfiumFunctions, heap: Heap, page: number): TaggedContents {
  const contents = new Map<number, TaggedContent>();
  const tree = functions.FPDF_StructTree_GetForPage(page);
  if (tree === 0) return contents;
  let seen = 0;
  let items = 0;
  const visit = (element: number, around: ContentRole | undefined, depth: number): void => {
    if (element === 0 || depth > maxDepth || ++seen > maxElements) return;
    const type = heap.string('utf-16le', (buffer, size) => functions.FPDF_StructElement_GetType(element, buffer, size));
    const level = headingLevel(type);
    const own = level !== undefined ? { heading: level } : type === 'LI' ? { item: ++items } : around;
    const count = functions.FPDF_StructElement_CountChildren(element);
    for (let i = 0; i < count; i++) {
      const child = functions.FPDF_StructElement_GetChildAtIndex(element, i);
      if (child !== 0) visit(child, own, depth + 1);
      else {
        const id = functions.FPDF_StructElement_GetChildMarkedContentID(element, i);
        if (id >= 0) contents.set(id, { rank: contents.size, ...(own === undefined ? {} : { role: own }) });
      }
    }
  };
  const count = functions.FPDF_StructTree_CountChildren(tree);
  for (let i = 0; i < count; i++) visit(functions.FPDF_StructTree_GetChildAtIndex(tree, i), undefined, 0);
  functions.FPDF_StructTree_Close(tree);
  return contents;
}

/** The depth of H1 to H6. An H without a number tells its depth by what it stands in, which layout tells as well. */
function headingLevel(type: string): number | undefined {
  return /^H[1-6]$/.test(type) ? Number(type[1]) : undefined;
}

/** What the tree says of an object of a page, by its marked content; an artifact is marked as one outside the tree. */
export function taggedContentOf(
  functions: PdfiumFunctions,
  heap: Heap,
  object: number,
  contents: TaggedContents,
): Partial<TaggedContent> {
  const content = contents.get(functions.FPDFPageObj_GetMarkedContentID(object));
  if (content?.role !== undefined) return content;
  const marks = functions.FPDFPageObj_CountMarks(object);
  for (let i = 0; i < marks; i++) {
    const mark = functions.FPDFPageObj_GetMark(object, i);
    const name = markName(functions, heap, mark);
    if (name === 'Artifact') return { role: 'artifact' };
  }
  return content ?? {};
}

function markName(functions: PdfiumFunctions, heap: Heap, mark: number): string {
  return heap.string('utf-16le', (buffer, size) => {
    const written = buffer + size - 4;
    return functions.FPDFPageObjMark_GetName(mark, buffer, size - 4, written) === 0
      ? 0
      : heap.view.getUint32(written, true);
  });
}
