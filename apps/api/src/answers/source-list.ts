import type { Citation } from '@askg/contract';
import { parseIri } from '@askg/ddm';
import { html, type Content, type Html } from '../pages/html.ts';
import { statusBadge } from '../papers/status-badge.ts';
import { addressOf } from '../resources/triple-table.ts';
import type { AnswerView } from './answer-view.ts';

const units: Record<Citation['unit'], string> = {
  sentence: 'sentence',
  caption: 'caption',
  item: 'list item',
  'table-row': 'table row',
  metadata: 'metadata',
};

/** Quotes with where they stand, under the numbers that the answer uses. */
export function sourceList(citations: readonly Citation[], baseIri: string, statuses?: AnswerView['statuses']): Html {
  return html`<ol class="sources">
    ${citations.map(
      (citation) =>
        html`<li id="source-${citation.n}" tabindex="-1">
          <span class="n" aria-hidden="true">${citation.n}</span>
          <div>${quoteOf(citation, baseIri, statuses)}</div>
        </li> `,
    )}
  </ol>`;
}

/** The same for quotes that no number points at. */
export function nearestList(citations: readonly Citation[], baseIri: string, statuses?: AnswerView['statuses']): Html {
  return html`<ul class="sources">
    ${citations.map((citation) => html`<li><div>${quoteOf(citation, baseIri, statuses)}</div></li> `)}
  </ul>`;
}

function quoteOf(citation: Citation, baseIri: string, statuses: AnswerView['statuses']): Html {
  const { quote, title, section, unit, paper } = citation;
  const status = statuses === undefined ? citation.status : statuses.get(paper);
  return html`<blockquote cite="${citation.iri}">${quote}</blockquote>
    <p class="meta">
      <a class="title" href="${placeOf(citation, baseIri)}">${title}</a>
      ${statusBadge(status)} ${section !== undefined && html`<span class="section">${section}</span>`}
      <a class="address" href="${addressOf(citation.iri, baseIri)}?revision=${citation.graphDigest}"
        >${units[unit]} ${unitId(citation, baseIri)}</a
      >
    </p>`;
}

/** The place of a unit on the page of its whole paper. */
function placeOf({ iri, paper }: Citation, baseIri: string): string {
  const id = parseIri(baseIri, iri)?.id;
  return id === undefined ? `/id/paper/${paper}` : `/id/paper/${paper}#${id}`;
}

function unitId({ iri }: Citation, baseIri: string): Content {
  const id = parseIri(baseIri, iri)?.id;
  return id !== undefined && html`<code>${id}</code>`;
}
