import type { Figure, Formula, Sentence, Table, TableCell, TableRow } from '@askg/contract';
import { html, type Content, type Html } from '../pages/html.ts';
import { blocks } from './blocks.ts';
import { unitPath, type PaperView } from './paper-view.ts';
import { citedText, permalink, sentences } from './text.ts';

/** Figures, tables and formulas that stand in a section; with no section, those that stand in none. */
export function floatsOf(view: PaperView, section: string | undefined): Content {
  const { figures, tables, formulas } = view.document;
  return [
    formulas.filter((each) => each.section === section).map((each) => formula(view, each)),
    figures.filter((each) => each.section === section).map((each) => figure(view, each)),
    tables.filter((each) => each.section === section).map((each) => table(view, each)),
  ];
}

export function figure(view: PaperView, { id, label, caption: text }: Figure, marked?: string): Html {
  return html`<figure id="${id}">
    <p class="not-shown">The image itself is not kept; its caption is.</p>
    ${caption(view, id, label ?? 'Figure', text, marked)}
  </figure>`;
}

export function formula(view: PaperView, { id, label, text, tex }: Formula): Html {
  return html`<figure id="${id}">
    <code class="formula">${tex ?? text}</code>
    <figcaption>
      <span class="label">Formula ${label}</span>
      <a href="${unitPath(view, id)}" aria-label="Address of this formula">#</a>
    </figcaption>
  </figure>`;
}

/** Header rows first become the head of the table; a header row further down stays where it is. */
export function table(view: PaperView, { id, label, caption: text, rows, notes }: Table, marked?: string): Html {
  const firstBodyRow = rows.findIndex(({ header }) => !header);
  const headRows = firstBodyRow === -1 ? 0 : firstBodyRow;
  const printed = rows.map((each, i) => row(view, `${id}/r${i + 1}`, each, marked));
  return html`<figure id="${id}">
    ${caption(view, id, label ?? 'Table', text, marked)}
    <div class="scroll" role="region" tabindex="0" aria-label="${label ?? 'Table'}">
      <table>
        ${
          headRows > 0 &&
          html`<thead>
            ${printed.slice(0, headRows)}
          </thead>`
        }
        <tbody>
          ${printed.slice(headRows)}
        </tbody>
      </table>
    </div>
    ${notes && blocks(view, notes, marked)}
  </figure>`;
}

function row(view: PaperView, id: string, { header, cells }: TableRow, marked: string | undefined): Html {
  return html`<tr id="${id}">
    ${cells.map((each) => cell(view, each, header, id === marked))}
  </tr> `;
}

function cell(
  view: PaperView,
  { text, rowSpan, columnSpan, citations }: TableCell,
  header: boolean,
  marked: boolean,
): Html {
  const cited = citedText(view, text, citations ?? []);
  const content = marked ? html`<mark>${cited}</mark>` : cited;
  return header
    ? html`<th rowspan="${rowSpan}" colspan="${columnSpan}">${content}</th>`
    : html`<td rowspan="${rowSpan}" colspan="${columnSpan}">${content}</td>`;
}

function caption(view: PaperView, id: string, label: string, text: readonly Sentence[], marked?: string): Html {
  return html`<figcaption>
    <span class="label">${label}</span> ${sentences(view, text, marked)}${permalink(view, id, label)}
  </figcaption>`;
}
