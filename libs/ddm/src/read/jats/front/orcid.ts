import { childrenNamed, descendantsNamed, plainText, type XmlElement } from '../../xml/tree.ts';

/** The ORCID of a contributor, bare (0000-0000-0000-0000); one whose check digit is wrong is not given. */
export function readOrcid(contrib: XmlElement): string | undefined {
  const declared = childrenNamed(contrib, 'contrib-id').filter((id) =>
    /orcid/i.test(id.attributes['contrib-id-type'] ?? ''),
  );
  const links = descendantsNamed(contrib, 'uri', 'ext-link', 'contrib-id');
  const candidates = [
    ...declared.map(plainText),
    ...links.flatMap((l) => [l.attributes['xlink:href'] ?? '', plainText(l)]),
  ];
  for (const [i, candidate] of candidates.entries()) {
    if (i >= declared.length && !/orcid/i.test(candidate)) continue;
    const digits = /(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])(?![\dX])/i
      .exec(candidate)
      ?.slice(1)
      .join('-')
      .toUpperCase();
    if (digits && hasCheckDigit(digits)) return digits;
  }
  return undefined;
}

/** ISO 7064 MOD 11-2, as ORCID's documentation gives it. */
export function hasCheckDigit(orcid: string): boolean {
  const characters = [...orcid.replaceAll('-', '')];
  const total = characters.slice(0, -1).reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const check = (12 - (total % 11)) % 11;
  return characters.at(-1) === (check === 10 ? 'X' : String(check));
}
