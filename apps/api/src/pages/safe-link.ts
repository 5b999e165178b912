/**
 * The address when a page may link to it, else nothing: papers are untrusted, and `javascript:` or `data:` in a
 * reference list must not become a link.
 */
export function safeLink(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).href;
}

/** The address of a DOI at its resolver. */
export function doiLink(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replaceAll(/[?#]/g, encodeURIComponent)}`;
}

/** The address of an ORCID iD, given bare or as an address; nothing when it is not one. */
export function orcidLink(orcid: string): string | undefined {
  const digits = /(?:^|\/)(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\/?$/.exec(orcid.trim())?.[1];
  return digits === undefined ? undefined : `https://orcid.org/${digits}`;
}
