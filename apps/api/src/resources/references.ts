import type { Reference } from '@askg/contract';
import { html, type Content, type Html } from '../pages/html.ts';
import { doiLink, safeLink } from '../pages/safe-link.ts';
import { unitPath, type PaperView } from './paper-view.ts';

/** The reference list; numbers count entries, as the ids do. */
export function referenceList(view: PaperView): Html {
  return html`<ol class="references">
    ${view.document.references.map(
      (each, i) =>
        html`<li id="${each.id}">
          <a class="marker" href="${unitPath(view, each.id)}" aria-label="Address of reference ${i + 1}">${i + 1}</a>
          <span>${referenceText(each)}</span>
        </li>`,
    )}
  </ol>`;
}

/** An entry as it is printed, and links to the work where the entry names them. */
export function referenceText({ raw, doi, url }: Reference): Content {
  const address = url === undefined ? undefined : safeLink(url);
  return [
    raw,
    doi !== undefined && html` <a href="${doiLink(doi)}">doi:${doi}</a>`,
    address !== undefined && doi === undefined && html` <a href="${address}">${new URL(address).host}</a>`,
  ];
}
