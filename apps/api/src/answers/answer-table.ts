import type { Answer, AnswerTable } from '@askg/contract';
import { cellParts, cellText } from '@askg/corpus';
import { statusBadge } from '../papers/status-badge.ts';
import { html, type Content, type Html } from '../pages/html.ts';
import { sourceLink } from './answer-text.ts';
import type { AnswerView } from './answer-view.ts';

/** Papers side by side: a row for each, every cell with the numbers of the sentences that it quotes. */
export function answerTable({ answer, statuses }: AnswerView): Content {
  const { table } = answer;
  return (
    table &&
    html`<section aria-labelledby="compared">
      <h2 id="compared">Side by side</h2>
      <div class="scroll" role="region" tabindex="0" aria-labelledby="compared">
        ${tableOf(table, answer, statuses)}
      </div>
    </section>`
  );
}

/** Roles are said outright: on a narrow screen the rows become cards, which browsers take for no table any more. */
function tableOf({ aspects, rows }: AnswerTable, { claims }: Answer, statuses: AnswerView['statuses']): Html {
  const names = aspects.map(headingOf);
  return html`<table class="data compared" role="table">
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">Paper</th>
        ${names.map((name) => html`<th scope="col" role="columnheader">${name}</th> `)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        ({ paper, title, cells }) =>
          html`<tr role="row">
            <th scope="row" role="rowheader">
              <a href="/id/paper/${encodeURIComponent(paper)}">${title}</a> ${statusBadge(statuses?.get(paper))}
            </th>
            ${cells.map((cell, i) => html`<td role="cell" data-aspect="${names[i] ?? ''}">${cellOf(cell, claims)}</td> `)}
          </tr> `,
      )}
    </tbody>
  </table>`;
}

function cellOf(cell: AnswerTable['rows'][number]['cells'][number], claims: Answer['claims']): Content {
  if (cell.text === '') return html`<span class="none">${cellText(cell)}</span>`;
  const parts = cellParts(cell, claims).map(({ text, citations, isQuote }) => {
    const numbers = [...new Set(citations.map(({ n }) => n))].map(sourceLink);
    return isQuote ? html`<p><q>${text}</q>${numbers}</p> ` : html`<p>${text}${numbers}</p> `;
  });
  return [
    parts,
    cell.verdict === 'partly-supported' && html`<p class="quiet">Said in passing; it may answer only in part.</p>`,
  ];
}

function headingOf(aspect: string): string {
  return `${aspect.charAt(0).toUpperCase()}${aspect.slice(1)}`;
}
