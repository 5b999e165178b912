/** A rule of a style sheet: what stands before its braces, and its declarations. */
export type CssRule = { selectors: string; style: string };

/** The rules of a style sheet in order. At-rules, such as those of print and other media, are passed over whole. */
export function* cssRules(css: string): Generator<CssRule, void> {
  const text = withoutComments(css);
  for (let at = 0; ;) {
    const open = text.indexOf('{', at);
    if (open < 0) return;
    const end = closingBrace(text, open);
    const prelude = text.slice(at, open);
    const selectors = prelude.slice(prelude.lastIndexOf(';') + 1).trim();
    const [style = ''] = text.slice(open + 1, end).split('{', 1);
    if (!selectors.startsWith('@')) yield { selectors, style };
    at = end + 1;
  }
}

/** Position of the brace that closes the one at `open`; that of the end where none does. */
function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function withoutComments(css: string): string {
  let left = '';
  for (let at = 0; ;) {
    const open = css.indexOf('/*', at);
    if (open < 0) return left + css.slice(at);
    left += css.slice(at, open);
    const close = css.indexOf('*/', open + 2);
    if (close < 0) return left;
    at = close + 2;
  }
}
