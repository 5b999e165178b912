/**
 * What the label of a `\bibitem` says to natbib: `Ahmad and Afzal(2018)Ahmad and Afzal`, or, as apalike writes it,
 * `Ahmad et al., 2018`.
 * @returns nothing for a label that names no year
 */
export function parseNatbibLabel(label: string): { names: string; year: string } | undefined {
  const text = label.trim();
  const natbib = /^(.*?)\s*\(((?:[^()]|\([^()]*\))*)\)/s.exec(text);
  if (natbib && /\d{4}|n\.?d\.?|forthcoming|in press|to appear|submitted|^\w*$/i.test(natbib[2] ?? '')) {
    return { names: (natbib[1] ?? '').trim(), year: (natbib[2] ?? '').trim() };
  }
  const apalike = /^(.*\p{L}.*?),?\s+((?:1[5-9]|20)\d\d[a-z]?)$/su.exec(text);
  return apalike ? { names: (apalike[1] ?? '').trim(), year: apalike[2] ?? '' } : undefined;
}
