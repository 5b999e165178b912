import type { Token } from '../tokens/token.ts';

/** Infix commands of plain TeX and what stands for them. */
const infix: Readonly<Record<string, string>> = { over: 'frac', atop: 'binom', choose: 'binom', above: 'frac' };
const renamed: Readonly<Record<string, string>> = {
  mathds: 'mathbb',
  mathbbm: 'mathbb',
  dsfont: 'mathbb',
  textnormal: 'text',
  textsc: 'text',
  textbf: 'text',
  textit: 'text',
  textsf: 'text',
  texttt: 'text',
  textrm: 'text',
  mbox: 'text',
  hbox: 'text',
  emph: 'text',
};
/** Commands that only take up room, or say how their argument is to look. */
const passed = new Set(['lefteqn', 'mathstrut', 'displaystyle', 'xspace', 'ensuremath', 'smash', 'mathsurround']);
/** Words of a formula, in which formulas may stand. */
const isText =
  /^(?:text|textrm|mbox|hbox|textnormal|textsc|textbf|textit|textsf|texttt|emph|intertext|shortintertext)$/;

/**
 * The tokens of a formula in the commands of LaTeX's own: `{a \over b}` as a fraction, `\cases{…}` as an environment, and
 * formulas in the words of a formula taken out of them.
 */
export function plainTex(tokens: readonly Token[]): Token[] {
  return infixes(casesOf(withoutInnerMath(tokens)))
    .filter(({ kind, text }) => kind !== 'command' || !passed.has(text))
    .map((token) =>
      token.kind === 'command' && Object.hasOwn(renamed, token.text)
        ? { ...token, text: renamed[token.text] ?? token.text }
        : token,
    );
}

/** `\text{if $x$, y}` as `\text{if }x\text{, y}`. */
function withoutInnerMath(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  let inText = 0;
  let inMath = false;
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    if (inText === 0) {
      if (token.kind === 'open' && before?.kind === 'command' && isText.test(before.text)) inText = 1;
    } else if (token.kind === 'open') inText++;
    else if (token.kind === 'close') inText--;
    if (token.kind !== 'math' || inText === 0) {
      if (token.kind !== 'math') out.push(token);
      continue;
    }
    const { file, line } = token;
    if (inMath) out.push({ kind: 'command', text: 'text', file, line }, { kind: 'open', text: '{', file, line });
    else out.push({ kind: 'close', text: '}', file, line });
    inMath = !inMath;
  }
  return out;
}

/** `\cases{a & b \cr c & d}` of plain TeX. */
function casesOf(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  const ends: number[] = [];
  let depth = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const next = tokens[i + 1];
    if (!token) break;
    if (
      token.kind === 'command' &&
      /^(?:cases|matrix|pmatrix|bmatrix)$/.test(token.text) &&
      token.name === undefined &&
      next?.kind === 'open'
    ) {
      out.push({ ...token, text: 'begin', name: token.text });
      ends.push(++depth);
      i++;
      continue;
    }
    if (token.kind === 'open') depth++;
    if (token.kind === 'close' && depth-- === ends.at(-1)) {
      ends.pop();
      const begin = out.findLast(({ kind, text }) => kind === 'command' && text === 'begin');
      out.push({ ...token, kind: 'command', text: 'end', name: begin?.name ?? 'cases' });
      continue;
    }
    out.push(token);
  }
  return out;
}

/** `{a \over b}` as `\frac{a}{b}`, in groups and in the whole. */
function infixes(tokens: readonly Token[]): Token[] {
  const stack: { start: number; at: number | undefined; name: string }[] = [{ start: 0, at: undefined, name: '' }];
  const out: Token[] = [];
  const close = (): void => {
    const group = stack.pop();
    if (group?.at === undefined) return;
    const [above, below] = [out.slice(group.start, group.at), out.slice(group.at + 1)];
    const place = out[group.at];
    if (!place) return;
    const token = (kind: Token['kind'], text: string): Token => ({ ...place, kind, text });
    out.length = group.start;
    out.push(token('command', infix[group.name] ?? 'frac'), token('open', '{'), ...above, token('close', '}'));
    out.push(token('open', '{'), ...below, token('close', '}'));
  };
  for (const token of tokens) {
    if (token.kind === 'close' && stack.length > 1) close();
    const group = stack.at(-1);
    if (token.kind === 'command' && Object.hasOwn(infix, token.text) && group && group.at === undefined) {
      group.at = out.length;
      group.name = token.text;
    }
    out.push(token);
    if (token.kind === 'open') stack.push({ start: out.length, at: undefined, name: '' });
  }
  while (stack.length > 0) close();
  return out;
}
