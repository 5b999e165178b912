import type { Token } from '../tokens/token.ts';

/** What a macro takes: an argument in braces, one in brackets that may be left out, a star, or text up to a mark. */
export type Parameter =
  | { kind: 'mandatory' }
  | { kind: 'optional'; default: readonly Token[] }
  | { kind: 'star' }
  | { kind: 'delimited'; end: readonly Token[] };

export type Macro = {
  /** Tokens that must follow the name (`\def\a[#1]{…}`). */
  prefix: readonly Token[];
  parameters: readonly Parameter[];
  body: readonly Token[];
};

export type EnvironmentMacro = { parameters: readonly Parameter[]; begin: readonly Token[]; end: readonly Token[] };

/** A body with its arguments filled in; `##` becomes `#`. */
export function fillIn(body: readonly Token[], values: readonly (readonly Token[])[]): Token[] {
  const filled: Token[] = [];
  for (const token of body) {
    if (token.kind !== 'parameter') filled.push(token);
    else if (/^\d$/.test(token.text)) {
      for (const value of values[Number(token.text) - 1] ?? []) filled.push(value);
    } else filled.push({ ...token, text: token.text.slice(1) });
  }
  return filled;
}

/** The parameters that `\newcommand\a[2][x]` declares. */
export function latexParameters(count: number, first: readonly Token[] | undefined): Parameter[] {
  return Array.from({ length: Math.min(count, 9) }, (_, i) =>
    i === 0 && first ? { kind: 'optional', default: first } : { kind: 'mandatory' },
  );
}

/** The parameters in the text between the name and the body of a `\def`. */
export function texParameters(pattern: readonly Token[]): Pick<Macro, 'prefix' | 'parameters'> {
  const firstAt = pattern.findIndex(({ kind }) => kind === 'parameter');
  if (firstAt < 0) return { prefix: pattern, parameters: [] };
  const parameters: Parameter[] = [];
  for (let at = firstAt; at < pattern.length;) {
    const next = pattern.findIndex(({ kind }, i) => i > at && kind === 'parameter');
    const end = pattern.slice(at + 1, next < 0 ? pattern.length : next);
    parameters.push(end.length === 0 ? { kind: 'mandatory' } : { kind: 'delimited', end });
    at = next < 0 ? pattern.length : next;
  }
  return { prefix: pattern.slice(0, firstAt), parameters };
}

/** The parameters of an argument specification of `\NewDocumentCommand` (`s O{x} m`). */
export function documentParameters(specification: readonly Token[]): Parameter[] {
  const text = specification.map((token) => (token.kind === 'command' ? `\\${token.text}` : token.text)).join('');
  return [...text.matchAll(/([moOsdDgGrRt+!])(\{[^{}]*\})?/g)].flatMap(([, kind = '', value]): Parameter[] => {
    if (kind === '+' || kind === '!') return [];
    if (kind === 's') return [{ kind: 'star' }];
    if (kind === 'm') return [{ kind: 'mandatory' }];
    const place = specification[0];
    const fallback: Token[] = place && value ? [{ ...place, kind: 'text', text: value.slice(1, -1) }] : [];
    return [{ kind: 'optional', default: fallback }];
  });
}
