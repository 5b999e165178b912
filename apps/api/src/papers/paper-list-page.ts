import type { Paper } from '@askg/contract';
import { html, type Content, type Html } from '../pages/html.ts';
import { layout } from '../pages/layout.ts';
import { separated } from '../resources/paper-head.ts';
import { statusBadge } from './status-badge.ts';
import type { PaperSummary } from './summaries.ts';

export type PaperListView = {
  papers: readonly PaperSummary[];
  failed: readonly Paper[];
  page: number;
  pages: number;
  total: number;
  commit: number;
  sentences?: number;
};

/** The papers of the corpus, and what could not be read. */
export function paperListPage(view: PaperListView): string {
  return layout({
    title: 'Papers',
    place: 'papers',
    main: html`<h1>Papers</h1>
      <p class="lead">
        Every section, sentence, table row, figure and reference of these papers has an address of its own.
      </p>
      ${view.page === 1 && figures(view)}
      ${
        view.total === 0
          ? empty()
          : html`<ol class="papers">
              ${view.papers.map(entry)}
            </ol>`
      }
      ${pager(view)} ${view.page === view.pages && failures(view.failed)}`,
  });
}

function figures({ total, sentences, commit }: PaperListView): Html {
  return html`<dl class="figures">
    ${figure(total === 1 ? 'paper' : 'papers', total)} ${sentences !== undefined && figure('sentences', sentences)}
    ${figure('commit', commit)}
  </dl>`;
}

function figure(label: string, value: number): Html {
  return html`<div>
    <dt>${label}</dt>
    <dd>${value.toLocaleString('en')}</dd>
  </div> `;
}

function entry({ key, title, authors, year, venue, status }: PaperSummary): Html {
  const shown = authors.length > 6 ? [...authors.slice(0, 5), `and ${authors.length - 5} more`] : authors;
  return html`<li>
    <a class="title" href="/id/paper/${key}">${title === '' ? 'Untitled paper' : title}</a> ${statusBadge(status)}
    ${shown.length > 0 && html`<p class="meta">${shown.join(', ')}</p>`}
    <p class="meta">${separated([venue, year])}</p>
  </li>`;
}

function empty(): Html {
  return html`<div class="notice">
    <p><strong>No paper has been read yet.</strong></p>
    <p>Add papers with <code>askg ingest PATH…</code>; they appear here as soon as they are stored.</p>
  </div>`;
}

function pager({ page, pages }: PaperListView): Content {
  return (
    pages > 1 &&
    html`<nav class="neighbours" aria-label="Pages">
      <span>${page > 1 && html`<a rel="prev" href="/papers?page=${page - 1}">← before</a>`}</span>
      <span>Page ${page} of ${pages}</span>
      <span>${page < pages && html`<a rel="next" href="/papers?page=${page + 1}">after →</a>`}</span>
    </nav>`
  );
}

function failures(failed: readonly Paper[]): Content {
  return (
    failed.length > 0 &&
    html`<h2>Could not be read</h2>
      <ul class="findings">
        ${failed.map(
          ({ key, title, problem }) =>
            html`<li>
              ${title ?? key}: ${problem?.title ?? 'no reason is known'} <span class="quiet">${problem?.code}</span>
            </li>`,
        )}
      </ul>`
  );
}
