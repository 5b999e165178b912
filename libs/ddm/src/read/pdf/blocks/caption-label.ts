/** How a caption begins: what it belongs to, and its label as printed. */
export type CaptionLabel = { what: 'figure' | 'table' | 'other'; label: string; length: number };

const pattern =
  /^((?:(?:Supplementary|Extended Data|Supplemental)\s+)?(Figures?|Fig\.?|FIGURE|FIG\.?|Tables?|TABLE|Tab\.|Listing|Algorithm|ALGORITHM|Scheme|Chart|Plate|Box)\s*(?:[A-Z]?\d{1,3}(?:\.\d{1,2})?[a-z]?|[IVX]{1,5}|[A-Z]\d?))(\s*[.:|–—-]+\s*|\s+|$)/u;

/** `length`: of the label with the sign that ends it. `ended`: such a sign is there. */
export function captionLabel(text: string): (CaptionLabel & { ended: boolean }) | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [whole, label = '', word = '', end = ''] = match;
  const what = /^tab/i.test(word) ? 'table' : /^(?:fig|scheme|chart|plate)/i.test(word) ? 'figure' : 'other';
  return {
    what,
    label: label.replaceAll(/\s+/g, ' '),
    length: whole.length,
    ended: /[.:|–—-]/.test(end) || end === '',
  };
}
