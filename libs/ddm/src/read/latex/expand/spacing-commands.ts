import type { Token } from '../tokens/token.ts';
import type { Command, Expander } from './expander.ts';

/** What styles of conferences define, by macros that look ahead: the stop is printed once, and a space where one belongs. */
const shorthands: Readonly<Record<string, string>> = {
  eg: 'e.g',
  Eg: 'E.g',
  ie: 'i.e',
  Ie: 'I.e',
  etal: 'et al',
  etc: 'etc',
  cf: 'cf',
  wrt: 'w.r.t',
  iid: 'i.i.d',
  onedot: '',
};

/** Commands whose print depends on what follows. */
export const spacingCommands: Readonly<Record<string, Command>> = {
  xspace: addSpace,
  ...Object.fromEntries(
    Object.entries(shorthands).map(([name, text]): [string, Command] => [
      name,
      (expander, token) => {
        const next = expander.input.peek();
        const hasStop = next?.kind === 'text' && next.text.startsWith('.');
        expander.emit({ ...token, kind: 'text', text: `${text}${hasStop ? '' : '.'}` });
        addSpace(expander, token);
      },
    ]),
  ),
};

/** A space, but before punctuation and where there is one. */
function addSpace(expander: Expander, token: Token): void {
  const next = expander.input.peek();
  if (next?.kind === 'command' && /^[ ,;:!/\\-]$|^xspace$|^footnote/.test(next.text)) return;
  const isWord = next?.kind === 'text' && /^[\p{L}\p{N}([“‘`]/u.test(next.text);
  const begins = next?.kind === 'open' || next?.kind === 'math' || next?.kind === 'command';
  if (isWord || begins) expander.emit({ ...token, kind: 'space', text: ' ' });
}
