import { collapse, descendantsNamed, type XmlElement } from '../xml/tree.ts';

export type ToldAuthor = { name: string; institutions: string[]; email?: string; orcid?: string };

/** The meta tags of a page's head (`citation_*` of Highwire Press, Dublin Core, Open Graph), by their names in small letters. */
export class MetaTags {
  readonly #tags: { name: string; content: string }[];

  constructor(root: XmlElement) {
    this.#tags = descendantsNamed(root, 'meta').flatMap(({ attributes }) => {
      const name = (attributes.name ?? attributes.property ?? '').toLowerCase().replace(/^dcterms\./, 'dc.');
      const content = collapse(attributes.content ?? '');
      return name === '' || content === '' ? [] : [{ name, content }];
    });
  }

  /** All contents of the tags with these names; those of the first name come first. */
  all(...names: string[]): string[] {
    return names.flatMap((name) => this.#tags.filter((tag) => tag.name === name).map(({ content }) => content));
  }

  first(...names: string[]): string | undefined {
    return this.all(...names)[0];
  }

  /** The authors in their order; what is told of one follows its name. */
  authors(): ToldAuthor[] {
    const authors: ToldAuthor[] = [];
    for (const { name, content } of this.#tags) {
      const last = authors.at(-1);
      if (name === 'citation_author') authors.push({ name: content, institutions: [] });
      else if (!last) continue;
      else if (name === 'citation_author_institution') last.institutions.push(content);
      else if (name === 'citation_author_email') last.email = content;
      else if (name === 'citation_author_orcid') last.orcid = content;
    }
    if (authors.length > 0) return authors;
    const joined = this.all('citation_authors').flatMap((text) => text.split(/\s*;\s*/));
    const names = joined.length > 0 ? joined : this.all('dc.creator', 'dc.contributor');
    return names.filter((name) => name !== '').map((name) => ({ name, institutions: [] }));
  }
}
