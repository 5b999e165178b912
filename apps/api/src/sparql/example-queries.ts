import { readdirSync, readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { ontologyFiles } from '@askg/ddm';

/** A query of the ontology's collection, with the question it answers. */
export type ExampleQuery = { title: string; text: string };

/** The example queries of the pages, read once. */
@Injectable()
export class ExampleQueries {
  readonly all: readonly ExampleQuery[] = readExampleQueries(new URL('queries/', ontologyFiles.vocabulary));
}

/**
 * The queries in a folder, in the order of their file names. The first comment line of each is the question it answers;
 * a folder that is not there has none.
 */
export function readExampleQueries(folder: URL): ExampleQuery[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.rq'));
  } catch {
    return [];
  }
  return names.toSorted().map((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8').trim();
    const comment = /^#+\s*(.+)$/m.exec(text)?.[1];
    return { title: comment ?? name.replace(/\.rq$/, '').replaceAll('-', ' '), text };
  });
}
