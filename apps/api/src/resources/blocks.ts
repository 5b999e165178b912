import type { Paragraph } from '@askg/contract';
import { html, type Content, type Html } from '../pages/html.ts';
import type { PaperView } from './paper-view.ts';
import { sentences } from './text.ts';

/** Paragraphs in order; list items that follow one another become one list, nested by their depth. */
export function blocks(view: PaperView, paragraphs: readonly Paragraph[], marked?: string): Content {
  const out: Content[] = [];
  for (let at = 0; at < paragraphs.length;) {
    let end = at;
    while (paragraphs[end]?.kind === 'item') end += 1;
    if (end > at) {
      out.push(list(view, paragraphs.slice(at, end), 1, marked));
      at = end;
    } else {
      const paragraph = paragraphs[at];
      if (paragraph) out.push(block(view, paragraph, marked));
      at += 1;
    }
  }
  return out;
}

/** One paragraph by itself, a list item included. */
export function block(view: PaperView, paragraph: Paragraph, marked?: string): Html {
  const content = [runIn(paragraph), sentences(view, paragraph.sentences, marked)];
  switch (paragraph.kind) {
    case 'code':
      return html`<pre id="${paragraph.id}"><code>${content}</code></pre>`;
    case 'quote':
      return html`<blockquote id="${paragraph.id}">${content}</blockquote>`;
    default:
      return html`<p id="${paragraph.id}">${content}</p>`;
  }
}

function runIn({ heading }: Paragraph): Content {
  return heading !== undefined && html`<strong>${heading}</strong> `;
}

/** Items from `depth` on: deeper ones that follow an item stand inside it. */
function list(view: PaperView, items: readonly Paragraph[], depth: number, marked?: string): Html {
  const entries: Content[] = [];
  for (let at = 0; at < items.length;) {
    let end = at + 1;
    while ((items[end]?.list?.depth ?? 1) > depth) end += 1;
    const item = items[at];
    if (item) entries.push(entry(view, item, items.slice(at + 1, end), depth, marked));
    at = end;
  }
  return items[0]?.list?.ordered === true
    ? html`<ol>
        ${entries}
      </ol>`
    : html`<ul>
        ${entries}
      </ul>`;
}

function entry(view: PaperView, item: Paragraph, inner: readonly Paragraph[], depth: number, marked?: string): Html {
  const marker = item.list?.marker;
  const content = [
    marker !== undefined && html`<span class="marker">${marker}</span>`,
    runIn(item),
    sentences(view, item.sentences, marked),
    inner.length > 0 && list(view, inner, depth + 1, marked),
  ];
  return html`<li id="${item.id}" class="${marker === undefined ? '' : 'printed'}">${content}</li>`;
}
