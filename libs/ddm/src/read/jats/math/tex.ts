const delimiters: readonly RegExp[] = [
  /^\$\$([\s\S]*)\$\$$/,
  /^\$([\s\S]*)\$$/,
  /^\\\[([\s\S]*)\\\]$/,
  /^\\\(([\s\S]*)\\\)$/,
  /^\\begin\{(?:equation|displaymath|math)\*?\}([\s\S]*)\\end\{(?:equation|displaymath|math)\*?\}$/,
];

/** Environments of displayed lines; around one line they are delimiters too. */
const lines = /^\\begin\{(eqnarray|align|gather|multline|flalign|alignat)(\*?)\}([\s\S]*)\\end\{\1\2\}$/;

/** The TeX of a formula itself: without the preamble of the document that it was typeset in, and without delimiters. */
export function cleanTex(source: string): string {
  const start = source.indexOf('\\begin{document}');
  const end = source.lastIndexOf('\\end{document}');
  let tex = (
    start < 0 ? source : source.slice(start + '\\begin{document}'.length, end < start ? undefined : end)
  ).trim();
  for (let stripped = true; stripped;) {
    stripped = false;
    for (const delimiter of delimiters) {
      const inner = delimiter.exec(tex)?.[1]?.trim();
      if (inner === undefined || (delimiter.source.includes('\\$') && /(^|[^\\])\$/.test(inner))) continue;
      tex = inner;
      stripped = true;
    }
  }
  const line = lines.exec(tex)?.[3]?.trim();
  return line === undefined || /(?:^|[^\\])&|\\\\|^\{/.test(line) ? tex : line;
}
