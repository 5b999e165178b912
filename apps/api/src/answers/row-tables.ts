import type { Answer, Row } from '@askg/contract';
import { html, type Content, type Html } from '../pages/html.ts';
import { termOf } from '../sparql/result-section.ts';
import { sourceLink } from './answer-text.ts';
import type { AnswerView } from './answer-view.ts';

/** Most rows that a page shows of one query; the answer's JSON has all. */
const shownRows = 100;

/** The rows that the claims rest on, by the query that gave them. */
export function rowTables({ answer, baseIri }: AnswerView): Content {
  const rows = answer.claims.flatMap((claim) => claim.rows);
  const queries = [...new Set(rows.map(({ query }) => query))].toSorted((a, b) => a - b);
  return queries.map((query) =>
    rowTable(
      rows.filter((row) => row.query === query),
      baseIri,
    ),
  );
}

function rowTable(rows: readonly Row[], baseIri: string): Html {
  const columns = [...new Set(rows.flatMap(({ bindings }) => Object.keys(bindings)))];
  const shown = rows.slice(0, shownRows);
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Rows of the answer">
      <table class="data">
        <thead>
          <tr>
            ${columns.map((name) => html`<th scope="col">${columnName(name)}</th> `)}
            <th scope="col">Sources</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            ({ bindings, sources }) =>
              html`<tr>
                ${columns.map((name) => html`<td>${termOf(bindings[name], baseIri)}</td> `)}
                <td>${sources.map(({ n }) => [' ', sourceLink(n)])}</td>
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
    ${rows.length > shown.length && html`<p class="meta">${rows.length - shown.length} more rows stand in the data.</p>`}`;
}

/** `paperTitle` as “Paper title”. */
function columnName(variable: string): string {
  const words = variable.replaceAll(/(?<=[a-z])(?=[A-Z])|_/g, ' ').toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

export function hasRows({ claims }: Answer): boolean {
  return claims.some(({ rows }) => rows.length > 0);
}
