import { linesAt, makePdf, textAt } from './make-pdf.ts';

const left = 72;

/** A paper of two pages with one column: title, author, two numbered sections, a footnote, references, page numbers. */
export function madePaper(): Uint8Array {
  const first =
    textAt(left, 770, 'A Study of Small Files', 18, 'bold') +
    textAt(left, 745, 'Jane Doe and Richard Roe', 11) +
    textAt(left, 730, 'University of Somewhere, Department of Files', 9) +
    textAt(left, 700, '1 Introduction', 14, 'bold') +
    linesAt(left, 680, [
      'Small files are made by hand and hold nothing that was not asked for, so that a rea-',
      'der can be shown what it does with each of them. A sentence may go on in the next line.',
      'Others have made such files before (Doe, 2019), and some of them were even smaller.',
    ]) +
    linesAt(left + 12, 644, ['This paragraph opens with an indent. It says that the last word of this page is']) +
    textAt(300, 30, '1', 9);
  const second =
    linesAt(left, 770, ['not its last word at all, as a paragraph goes on over the page.']) +
    textAt(left, 740, '2 Method', 14, 'bold') +
    linesAt(left, 720, ['We write the bytes of each file ourselves and read them back with the reader.']) +
    textAt(left, 690, 'References', 14, 'bold') +
    linesAt(left, 670, ['Doe, J. (2019). Files and what is in them. Journal of Files, 3(2), 10-19.']) +
    linesAt(left, 655, ['Roe, R. (2020). A very long title that needs two lines to be printed in full. Journal of']) +
    linesAt(left + 14, 643, ['Files, 4(1), 1-9. https://doi.org/10.1234/files.5678']) +
    textAt(300, 30, '2', 9);
  return makePdf([first, second], { info: '/Title (Untitled) /Author (Jane Doe)' });
}
