import { type PublicationStatus, statusWords } from '@askg/contract';
import { byDocument, byHand } from '@askg/corpus';
import { html, type Content } from '../pages/html.ts';
import { safeLink } from '../pages/safe-link.ts';

/** A paper's status in a word, to stand beside its title; nothing for a paper in good standing. */
export function statusBadge(status: PublicationStatus | undefined): Content {
  return status && html`<span class="standing ${status.status}">${statusWords(status)}</span>`;
}

const meanings: Record<PublicationStatus['status'], string> = {
  retracted: 'This paper was retracted.',
  withdrawn: 'This paper was withdrawn.',
  'expression-of-concern': 'There is an expression of concern about this paper.',
  corrected: 'This paper was corrected.',
};

/** What became of a paper, above its text: since when, why, who says so, and where. */
export function statusNotice(status: PublicationStatus | undefined): Content {
  if (!status) return undefined;
  const { date, reason, source } = status;
  const notice = status.notice === undefined ? undefined : safeLink(status.notice);
  return html`<div class="notice ${status.status === 'corrected' ? '' : 'bad'}" role="note">
    <p>
      <strong>${meanings[status.status]}</strong>
      ${date} ${notice !== undefined && html`<a href="${notice}">Read the notice</a>`}
    </p>
    ${reason !== undefined && html`<p>${reason}</p>`}
    <p class="meta">${saidBy(source)}</p>
  </div>`;
}

function saidBy(source: string): string {
  if (source === byHand) return 'Recorded here by hand.';
  return source === byDocument ? 'A document says so; nobody has checked it here.' : `Recorded by ${source}.`;
}
