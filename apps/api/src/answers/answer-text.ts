import type { Answer } from '@askg/contract';
import { html, type Content, type Html } from '../pages/html.ts';
import { citationsOf } from './answer-view.ts';
import { partHeading } from './part-heading.ts';

/** The words of an answer: paragraphs and lists, whose reference numbers lead to the sources, under the parts of its question. */
export function answerText(answer: Answer): Content {
  const known = new Set(citationsOf(answer).map(({ n }) => n));
  const parts = [...(answer.parts ?? [])];
  return answer.answer
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const [part] = parts;
      if (part?.question !== block.trim()) return textBlock(block, known);
      parts.shift();
      return partHeading(part);
    });
}

/** Lines of prose, and the list items that follow them. */
function textBlock(block: string, known: ReadonlySet<number>): Html {
  const lines = block.split('\n');
  const prose = lines.filter((line) => !isItem(line));
  const items = lines.filter(isItem);
  return html`${prose.length > 0 && html`<p>${numbered(prose.join('\n'), known)}</p>`}
  ${
    items.length > 0 &&
    html`<ul>
      ${items.map((item) => html`<li>${numbered(item.slice(2), known)}</li> `)}
    </ul>`
  }`;
}

function isItem(line: string): boolean {
  return line.startsWith('- ');
}

/** Text in which `[2]` is a link where there is a source 2. */
export function numbered(text: string, known: ReadonlySet<number>): Content {
  return text.split(/(\s?\[\d+\])/).map((part) => {
    const n = Number(/^\s?\[(\d+)\]$/.exec(part)?.[1]);
    return known.has(n) ? sourceLink(n) : part;
  });
}

/** A reference number that leads to its source. */
export function sourceLink(n: number): Html {
  return html`<a class="ref" href="#source-${n}" aria-label="Source ${n}">${n}</a>`;
}
