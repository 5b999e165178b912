import { type Reference, statusWords } from '@askg/contract';
import { html, type Content, type Html } from '../pages/html.ts';
import { doiLink, safeLink } from '../pages/safe-link.ts';
import { statusBadge } from '../papers/status-badge.ts';
import { unitLink, unitPath, type PaperView } from './paper-view.ts';

/** The reference list; numbers count entries, as the ids do. */
export function referenceList(view: PaperView): Html {
  return html`<ol class="references">
    ${view.document.references.map(
      (each, i) =>
        html`<li id="${each.id}">
          <a class="marker" href="${unitPath(view, each.id)}" aria-label="Address of reference ${i + 1}">${i + 1}</a>
          <span>${referenceText(each)} ${statusBadge(view.cited?.get(each.id))}</span>
        </li>`,
    )}
  </ol>`;
}

/** Which entries describe works that are not in good standing. */
export function citedNotice(view: PaperView): Content {
  const cited = view.document.references.flatMap(({ id }, i) => {
    const status = view.cited?.get(id);
    return status ? [html`<a href="${unitLink(view, id)}">${i + 1}</a> (${statusWords(status)})`] : [];
  });
  return (
    cited.length > 0 &&
    html`<p class="notice">Not in good standing: ${cited.map((each, i) => [i === 0 ? '' : ', ', each])}.</p>`
  );
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
