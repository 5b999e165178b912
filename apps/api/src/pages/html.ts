/**
 * Markup that is safe to send. Only the tag {@link html} makes one, and it escapes every string put into it, so a page
 * cannot hold a text that was not escaped.
 */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }

  /** The tag function; see {@link html}. */
  static template(this: void, strings: TemplateStringsArray, ...values: Content[]): Html {
    let markup = strings[0] ?? '';
    for (const [i, value] of values.entries()) markup += render(value) + (strings[i + 1] ?? '');
    return new Html(markup);
  }
}

/** What may stand in a template: text and numbers are escaped, markup is taken as it is, nothing is left out. */
export type Content = string | number | Html | null | undefined | false | readonly Content[];

/**
 * A template that escapes by construction: html`<p title="${title}">${text}</p>`. Attribute values have to be quoted in
 * the template.
 */
export const html = Html.template;

function render(value: Content): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  return value.map(render).join('');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeText(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
