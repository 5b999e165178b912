import type { Finding } from '@askg/contract';
import type { DraftDocument, DraftText } from '../../document/draft.ts';
import { isInstruction } from './instructions.ts';
import { cutOut, seen, unseenIn } from './unseen-characters.ts';

/**
 * What every format has in common of text that its readers do not see: characters that are drawn as nothing are taken out;
 * hidden words are taken out of headings and cells, whose text cannot be flagged; keywords that give orders to a reader are
 * no keywords. Each is reported with its amount in characters.
 */
export function settleUnseen(draft: DraftDocument): DraftDocument {
  const settler = new Settler();
  const settled = settler.settle(draft) as DraftDocument;
  const keywords = settled.keywords.filter((keyword) => !isInstruction(keyword));
  const orders = settled.keywords.length - keywords.length;
  const findings = [...settler.findings(), ...(orders === 0 ? [] : [ordersFinding(orders)])];
  return findings.length === 0 ? settled : { ...settled, keywords, findings: [...settled.findings, ...findings] };
}

class Settler {
  #unseen = 0;
  #hidden = 0;

  findings(): Finding[] {
    return [
      ...(this.#hidden === 0 ? [] : [finding('ddm/hidden-text', hiddenMessage, this.#hidden)]),
      ...(this.#unseen === 0 ? [] : [finding('ddm/unseen-characters', unseenMessage, this.#unseen)]),
    ];
  }

  /** The same value where there is nothing to settle. @param isFlagged whether what is hidden in a text can be flagged */
  settle(value: unknown, isFlagged = true): unknown {
    if (typeof value === 'string') return this.#string(value);
    if (typeof value !== 'object' || value === null) return value;
    if (isText(value)) return this.#text(value, isFlagged);
    if (Array.isArray(value)) {
      const settled: unknown[] = value.map((item) => this.settle(item));
      return settled.every((item, i) => item === value[i]) ? value : settled;
    }
    // A paragraph has a kind; a cell has none, and the heading of a section stands beside its blocks.
    const isFlaggable = (key: string): boolean => 'kind' in value || !(key === 'content' || key === 'heading');
    let isChanged = false;
    const entries = Object.entries(value).map(([key, part]: [string, unknown]) => {
      const settled = this.settle(part, isFlaggable(key));
      isChanged ||= settled !== part;
      return [key, settled] as const;
    });
    return isChanged ? Object.fromEntries(entries) : value;
  }

  #string(text: string): string {
    const left = seen(text);
    this.#unseen += text.length - left.length;
    return left;
  }

  #text(draft: DraftText, isFlagged: boolean): DraftText {
    const { text, marks } = draft;
    const hidden = marks.filter(({ kind, start, end }) => kind === 'hidden' && end > start);
    this.#hidden += hidden.reduce((sum, { start, end }) => sum + end - start, 0);
    const unseen = unseenIn(text);
    this.#unseen += unseen.reduce((sum, { start, end }) => sum + end - start, 0);
    const cuts = isFlagged ? unseen : joined([...unseen, ...hidden]);
    if (cuts.length === 0) return draft;
    const left = cutOut(text, marks, cuts);
    const end = left.text.trimEnd().length;
    return {
      text: left.text.slice(0, end),
      marks: left.marks
        .filter(({ kind }) => isFlagged || kind !== 'hidden')
        .map((mark) => ({ ...mark, start: Math.min(mark.start, end), end: Math.min(mark.end, end) })),
    };
  }
}

function isText(value: object): value is DraftText {
  return 'text' in value && 'marks' in value && typeof value.text === 'string' && Array.isArray(value.marks);
}

function joined(spans: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const ordered = spans.toSorted((a, b) => a.start - b.start);
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of ordered) {
    const last = all.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

const hiddenMessage = 'Text that the page hides from its readers; it is flagged or left out, and no answer quotes it.';
const unseenMessage = 'Characters that are drawn as nothing were left out.';

function finding(code: string, message: string, amount: number): Finding {
  return { code, severity: 'warning', message, amount };
}

function ordersFinding(amount: number): Finding {
  return finding('ddm/instruction', 'Keywords that give orders to who reads them were left out.', amount);
}
