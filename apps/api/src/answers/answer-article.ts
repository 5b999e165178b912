import type { Degraded } from '@askg/contract';
import { html, type Content, type Html } from '../pages/html.ts';
import { formatLinks } from '../pages/layout.ts';
import { answerPolarity } from './answer-polarity.ts';
import { answerOffers } from './answer-representation.ts';
import { answerTable } from './answer-table.ts';
import { answerText } from './answer-text.ts';
import { changedStanding } from './changed-standing.ts';
import { citationsOf, type AnswerView } from './answer-view.ts';
import { diffSection } from './diff-section.ts';
import { feedbackSection } from './feedback-section.ts';
import { hasRows, rowTables } from './row-tables.ts';
import { nearestList, sourceList } from './source-list.ts';
import { verdictBadge } from './verdict.ts';
import { workings } from './workings.ts';

/** An answer with all that it rests on. */
export function answerArticle(view: AnswerView): Html {
  const { answer, baseIri, statuses } = view;
  const sources = citationsOf(answer);
  return html`<article class="answer" id="answer" aria-labelledby="asked">
    <h1 id="asked">${answer.question}</h1>
    ${verdictBadge(answer.verdict)} ${problem(view)} ${changedStanding(view)} ${diffSection(view)}
    ${answer.answer !== '' && html`<div class="answer-text">${answerText(answer)}</div>`} ${notes(answer.degraded)}
    ${answerPolarity(answer)} ${answerTable(view)}
    ${
      answer.table === undefined &&
      hasRows(answer) &&
      html`<section aria-labelledby="rows">
        <h2 id="rows">Rows</h2>
        ${rowTables(view)}
      </section>`
    }
    ${
      sources.length > 0 &&
      html`<section aria-labelledby="sources">
        <h2 id="sources">Sources</h2>
        ${sourceList(sources, baseIri, statuses)}
      </section>`
    }
    ${
      answer.nearest.length > 0 &&
      html`<section aria-labelledby="nearest">
        <h2 id="nearest">What comes nearest</h2>
        ${nearestList(answer.nearest, baseIri, statuses)}
      </section>`
    }
    ${workings(view)} ${feedbackSection(view)} ${permanence(view)}
  </article>`;
}

function problem({ answer }: AnswerView): Content {
  return (
    answer.problem &&
    html`<div class="notice bad">
      <p><strong>${answer.problem.title}</strong></p>
      <p>${answer.problem.detail}</p>
      ${answer.problem.fix !== undefined && html`<p>${answer.problem.fix}</p>`}
      <p class="meta">Code ${answer.problem.code}</p>
    </div>`
  );
}

/** Steps that could not run as wanted. */
function notes(degraded: readonly Degraded[]): Content {
  return (
    degraded.length > 0 &&
    html`<ul class="notes" aria-label="What could not run as wanted">
      ${degraded.map(
        ({ step, wanted, used, reason }) =>
          html`<li><strong>${step}</strong> ${used} instead of ${wanted}: <span class="quiet">${reason}</span></li> `,
      )}
    </ul>`
  );
}

function permanence({ answer }: AnswerView): Html {
  const id = encodeURIComponent(answer.id);
  return html`<footer class="permanence">
    <p class="meta">
      Answered from commit ${answer.corpus.version} of the corpus. Keep it as <a href="/a/${id}">/a/${answer.id}</a> or
      as <a href="/api/answers/${id}" type="application/json">JSON</a>.
    </p>
    ${formatLinks(
      answerOffers.map(({ label, mediaType, format }) => ({
        label,
        mediaType,
        href: `/api/answers/${id}?format=${format}`,
      })),
    )}
    <form method="post" action="/a/${id}/rerun">
      <button name="on" value="current" class="plain">Ask again and compare</button>
      <button name="on" value="kept" class="plain">Check against commit ${answer.corpus.version}</button>
    </form>
  </footer>`;
}
