import type { CitationMark, Sentence } from '@askg/contract';
import { html, type Content, type Html } from '../pages/html.ts';
import { unitLink, unitPath, type PaperView } from './paper-view.ts';

/** Text whose citation markers lead to the first entry they point at. Offsets count code points. */
export function citedText(view: PaperView, text: string, citations: readonly CitationMark[]): Content {
  const characters = Array.from(text);
  const parts: Content[] = [];
  let at = 0;
  for (const { start, end, references } of citations.toSorted((a, b) => a.start - b.start)) {
    const target = references[0];
    if (target === undefined || start < at || end <= start) continue;
    const titles = references.map((id) => referenceTitle(view, id)).join(' · ');
    parts.push(
      characters.slice(at, start).join(''),
      html`<a class="citation" href="${unitLink(view, target)}" title="${titles}"
        >${characters.slice(start, end).join('')}</a
      >`,
    );
    at = end;
  }
  return [...parts, characters.slice(at).join('')];
}

function referenceTitle({ document }: PaperView, id: string): string {
  const reference = document.references.find((each) => each.id === id);
  return reference?.title ?? reference?.raw.slice(0, 160) ?? id;
}

/** A sentence with its anchor, and the link to its address that appears on hover and on focus. */
export function sentence(view: PaperView, { id, text, citations, flags }: Sentence, marked?: string): Html {
  const content = citedText(view, text, citations);
  const body = id === marked ? html`<mark>${content}</mark>` : content;
  const inner = [body, permalink(view, id, 'this sentence')];
  return flags === undefined || flags.length === 0
    ? html`<span class="sentence" id="${id}">${inner}</span>`
    : html`<span class="sentence flagged" id="${id}" title="Flagged: ${flags.join(', ')}">${inner}</span>`;
}

export function sentences(view: PaperView, all: readonly Sentence[], marked?: string): Content {
  return all.map((each, i) => [i === 0 ? '' : ' ', sentence(view, each, marked)]);
}

/** The link to the address of a unit. */
export function permalink(view: PaperView, id: string, what: string): Html {
  return html`<a class="permalink" href="${unitPath(view, id)}" aria-label="Address of ${what}">#</a>`;
}
