import type { Finding } from '@askg/contract';
import type { TextBlock } from '../blocks/block.ts';
import type { DocumentLayout } from '../layout/lay-out-document.ts';
import type { PageArea } from '../layout/lay-out-page.ts';
import { hasText } from '../lines/has-text.ts';
import type { Line } from '../lines/line.ts';
import type { TextPage } from '../lines/text-page.ts';
import type { HiddenReason } from '../page/page-content.ts';
import type { Unit } from '../structure/unit.ts';
import { mostRecognisedPages } from '../ocr/recognise-pages.ts';
import { ocrPackages } from '../ocr/tesseract.ts';
import type { PdfSource } from './build-draft.ts';

/** What of the document took its text from the pages, as far as findings need to know. */
export type Placed = {
  units: readonly Unit[];
  areas: ReadonlyMap<Unit, PageArea>;
  above: readonly TextBlock[];
  /** Letters of the head that became no metadata. */ unused: number;
};

const hiddenNames: Record<HiddenReason, string> = {
  invisible: 'drawn as nothing',
  tiny: 'below 2 points',
  'same-colour': 'in the colour of the paper',
  'off-page': 'outside the page',
  covered: 'under an image or an area',
  clipped: 'clipped away',
  squeezed: 'squeezed to a line',
  replaced: 'said to be the text of something much smaller',
};

/** Everything on the pages that is not in the document, with its amount in characters. */
export function reportFindings(
  { pages, lost, recognised }: PdfSource,
  layout: DocumentLayout,
  placed: Placed,
): Finding[] {
  const findings: Finding[] = [];
  if (!pages.some(hasText)) {
    findings.push({
      code: 'ddm/no-text-layer',
      severity: 'error',
      message: `The pages hold no text, only images. To have it recognised (OCR), install ${ocrPackages.join(' and ')} with npm, then read the file again.`,
      amount: pages.length,
    });
  }
  if (recognised) {
    findings.push({
      code: 'ddm/recognised-text',
      severity: 'warning',
      message: `The pages hold no text, only images: ${recognised.by} recognised it, and may have taken letters for others.`,
      amount: recognised.pages,
    });
    if (recognised.pages < pages.length) {
      findings.push({
        code: 'ddm/unrecognised-pages',
        severity: 'warning',
        message: `Images of pages on which no text was recognised; no more than ${mostRecognisedPages} pages are tried.`,
        amount: pages.length - recognised.pages,
      });
    }
  }
  for (const page of lost) {
    findings.push({
      code: 'ddm/unreadable-page',
      severity: 'error',
      message: 'The page is damaged; its text is missing.',
      page,
    });
  }
  for (const page of pages) {
    if (page.untaken > 0) {
      findings.push({
        code: 'ddm/page-too-dense',
        severity: 'error',
        message: 'The page has more characters than the limit; its text is missing.',
        page: page.number,
        amount: page.untaken,
      });
    }
    findings.push(...hiddenOn(page.hidden, page.number));
    if (isPicture(page) && pages.some(hasText)) {
      findings.push({
        code: 'ddm/page-without-text',
        severity: 'warning',
        message: 'The page is a picture without text; what stands on it is missing.',
        page: page.number,
      });
    }
  }
  findings.push(...unmapped(pages));
  const dropped = new Map<string, number>();
  const drop = (what: string, amount: number): void => {
    if (amount > 0) dropped.set(what, (dropped.get(what) ?? 0) + amount);
  };
  drop(
    'running heads, feet and page numbers',
    layout.furniture.reduce((sum, { text }) => sum + text.length, 0),
  );
  drop('line numbers', layout.lineNumbers);
  drop(
    'text in the margin',
    layout.pages.reduce((sum, { margin }) => sum + lengthOf(margin), 0),
  );
  drop(
    'text in figures',
    layout.pages
      .flatMap(({ columns }) => columns.flatMap(({ areas }) => areas))
      .filter((area) => isFigureText(area, placed))
      .reduce((sum, area) => sum + lengthOf(area.lines), 0),
  );
  drop(
    'turned text',
    pages.reduce((sum, { turned }) => sum + turned.length, 0),
  );
  drop('notes between title and text', placed.unused);
  drop(
    'text above the title',
    placed.above.reduce((sum, { lines }) => sum + lengthOf(lines), 0),
  );
  if (dropped.size > 0) {
    findings.push({
      code: 'ddm/dropped-text',
      severity: 'info',
      message: `Text left out, in characters: ${[...dropped].map(([what, amount]) => `${what} (${amount})`).join(', ')}.`,
      amount: [...dropped.values()].reduce((sum, amount) => sum + amount, 0),
    });
  }
  return findings;
}

/** Share of a page from which a picture is all that there is on it. */
const mostOfPage = 0.5;

function isPicture(page: TextPage): boolean {
  const { width, height, graphics } = page;
  return (
    !hasText(page) &&
    graphics.some(({ kind, x0, y0, x1, y1 }) => kind === 'image' && (x1 - x0) * (y1 - y0) > mostOfPage * width * height)
  );
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

/** Tables keep their text; an area whose caption calls it a figure does not. */
function isFigureText(area: PageArea, { areas }: Placed): boolean {
  const caption = [...areas].find(([, held]) => held === area)?.[0];
  return caption?.type === 'caption' ? caption.label.what !== 'table' : area.kind === 'figure';
}

function hiddenOn(hidden: Partial<Record<HiddenReason, number>>, page: number): Finding[] {
  const reasons = Object.entries(hidden) as [HiddenReason, number][];
  if (reasons.length === 0) return [];
  const amount = reasons.reduce((sum, [, count]) => sum + count, 0);
  const names = reasons.map(([reason, count]) => `${hiddenNames[reason]} (${count})`).join(', ');
  return [
    {
      code: 'ddm/hidden-text',
      severity: 'warning',
      message: `Text that nobody sees was left out, in characters: ${names}.`,
      page,
      amount,
    },
  ];
}

function unmapped(pages: PdfSource['pages']): Finding[] {
  const findings: Finding[] = [];
  let few = 0;
  for (const page of pages) {
    if (page.unmapped === 0) continue;
    if (page.isGarbage) {
      findings.push({
        code: 'ddm/no-character-map',
        severity: 'error',
        message:
          'The file does not say which characters the glyphs of this page stand for; those it does not tell were left out.',
        page: page.number,
        amount: page.unmapped,
      });
    } else few += page.unmapped;
  }
  if (few > 0) {
    findings.push({
      code: 'ddm/unknown-characters',
      severity: 'info',
      message: 'Glyphs of which the file does not say what they stand for; their codes were taken for characters.',
      amount: few,
    });
  }
  return findings;
}
