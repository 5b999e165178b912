import type { AnswerDiff, ClaimChange, QueryChange, QuoteChange, RowChange } from '@askg/contract';
import { html, type Content, type Html } from '../pages/html.ts';
import { addressOf } from '../resources/triple-table.ts';
import type { AnswerView } from './answer-view.ts';

const words: Record<ClaimChange['change'], string> = { came: 'New', went: 'Gone', changed: 'Changed' };

/** What is different from an earlier answer. */
export function diffSection({ diff, baseIri }: AnswerView): Content {
  if (!diff) return undefined;
  const { claims, rows, quotes, queries, notes, verdict } = diff;
  return html`<section class="diff notice" aria-labelledby="diff">
    <h2 id="diff">${title(diff)}</h2>
    ${verdict && html`<p>The verdict was ${verdict.from}, and is ${verdict.to}.</p>`}
    ${part('Claims', claims.map(claimItem))} ${part('Rows', rows.map(rowItem))}
    ${part(
      'Quotes',
      quotes.map((quote) => quoteItem(quote, baseIri)),
    )}
    ${part('Queries', queries.map(queryItem))} ${notes.length > 0 && html`<p class="meta">${notes.join(' ')}</p>`}
    ${
      diff.to.id !== undefined &&
      html`<p class="meta">
        Compared with <a href="/a/${encodeURIComponent(diff.from.id)}">the answer</a> of commit ${diff.from.version}.
      </p>`
    }
  </section>`;
}

function title({ on, same, from }: AnswerDiff): string {
  if (on === 'kept') return `${same ? 'As it was' : 'Other than it was'} at commit ${from.version}`;
  return same ? 'Nothing is different' : 'What is different';
}

function part(name: string, items: readonly Html[]): Content {
  return (
    items.length > 0 &&
    html`<h3>${name}</h3>
      <ul>
        ${items}
      </ul>`
  );
}

function claimItem({ change, from, to, support }: ClaimChange): Html {
  return html`<li>
    <strong>${words[change]}</strong> ${fromTo(from, to)}
    ${support && html`<span class="quiet">${support.from}, now ${support.to}</span>`}
  </li> `;
}

function rowItem({ change, bindings }: RowChange): Html {
  const values = Object.entries(bindings).map(([name, { value }]) => `${name}: ${value}`);
  return html`<li><strong>${words[change]}</strong> ${values.join(', ')}</li> `;
}

function quoteItem({ change, iri, from, to }: QuoteChange, baseIri: string): Html {
  return html`<li>
    <strong>${words[change]}</strong> ${fromTo(from, to)} <a href="${addressOf(iri, baseIri)}">where it stands</a>
  </li> `;
}

function queryItem({ text, from, to }: QueryChange): Html {
  const told = (side: QueryChange['from']): string => (side ? `${side.rows} rows, ${side.state}` : 'not run');
  return html`<li>
    <span class="quiet">${told(from)}; now ${told(to)}</span>
    <pre tabindex="0">${text}</pre>
  </li> `;
}

function fromTo(from: string | undefined, to: string | undefined): Content {
  if (from === to) return from;
  return [from !== undefined && html`<del>${from}</del>`, ' ', to !== undefined && html`<ins>${to}</ins>`];
}
