import { decodeText } from '../decode-text.ts';
import { listField, takeFrontMatter, textField } from './front-matter.ts';

/**
 * The files that a paper in Markdown names as its bibliography, as it writes them, so that a caller can fetch them before it
 * reads the paper.
 * @throws DdmError as `readMarkdown` for bytes that are no text
 */
export function bibliographyNames(bytes: Uint8Array): string[] {
  const { fields } = takeFrontMatter(decodeText(bytes, bytes.length));
  return listField(fields.bibliography).map(textField).filter((name) => name !== '');
}
