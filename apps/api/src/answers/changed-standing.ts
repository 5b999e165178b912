import { type PublicationStatus, statusWords } from '@askg/contract';
import { changedStandings } from '@askg/corpus';
import { html, type Content } from '../pages/html.ts';
import type { AnswerView } from './answer-view.ts';

/** The papers of which something else is known now than when the answer was given. The answer itself stays as it was sealed. */
export function changedStanding({ answer, statuses }: AnswerView): Content {
  const changed = statuses === undefined ? [] : changedStandings(answer, statuses);
  return (
    changed.length > 0 &&
    html`<div class="notice bad" role="note">
      <p><strong>Since this answer was given, more is known about its papers.</strong></p>
      <ul>
        ${changed.map(
          ({ paper, title, before, now }) =>
            html`<li><a href="/id/paper/${paper}">${title}</a>: ${inWords(now)} now, ${inWords(before)} then</li> `,
        )}
      </ul>
    </div>`
  );
}

function inWords(status: PublicationStatus | undefined): string {
  return status ? statusWords(status) : 'in good standing';
}
