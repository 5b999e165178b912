import { DdmError } from '../../../ddm-error.ts';
import { Bibliography } from '../../bibtex/bibliography.ts';
import { decodeText } from '../decode-text.ts';
import type { Notice } from '../tree/context.ts';
import { listField, textField } from './front-matter.ts';

/** Gives the bytes of a file that stands beside the paper, or nothing; the caller decides what may be read. */
export type Companion = (name: string) => Uint8Array | undefined;

/** The largest bibliography that is read, in bytes; those of whole groups have some MB. */
const largest = 16 * 1024 * 1024;

/** The bibliographies that a front matter names, as one; nothing if there is none to be had. */
export function readBibliography(
  field: unknown,
  companion: Companion | undefined,
  notices: Notice[],
): Bibliography | undefined {
  const names = listField(field)
    .map(textField)
    .filter((name) => name !== '');
  const texts = names.flatMap((name) => {
    const bytes = companion?.(name);
    if (!bytes) {
      notices.push((findings) =>
        findings.count(
          'ddm/missing-companion',
          'warning',
          `The bibliography that the paper names is not there: ${name}.`,
        ),
      );
      return [];
    }
    try {
      return [decodeText(bytes, largest)];
    } catch (error) {
      if (!(error instanceof DdmError)) throw error;
      const message = `The bibliography ${name} cannot be read: ${error.message}`;
      notices.push((findings) => findings.count('ddm/unreadable-companion', 'warning', message));
      return [];
    }
  });
  return texts.length > 0 ? new Bibliography(texts.join('\n')) : undefined;
}

const faults = {
  unclosed: 'Entries of the bibliography whose closing bracket is missing.',
  'conflict-marker': 'Lines that a merge left in the bibliography.',
  'unreadable-entry': 'Entries of the bibliography that cannot be read.',
} as const;

/** Tells what was wrong with a bibliography, and how many of its entries the paper does not cite. */
export function tellBibliography(bibliography: Bibliography, cited: number): Notice[] {
  const uncited = bibliography.keys.length - cited;
  return [
    ...bibliography.faults().map(
      ({ kind, amount }): Notice =>
        (findings) =>
          findings.count(`ddm/bibliography-${kind}`, 'warning', faults[kind], amount),
    ),
    ...(uncited > 0
      ? [
          ((findings) =>
            findings.count(
              'ddm/uncited-entry',
              'info',
              'Entries of the bibliography that the paper does not cite.',
              uncited,
            )) satisfies Notice,
        ]
      : []),
  ];
}
