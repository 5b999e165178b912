import { readdirSync, readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { ontologyFiles } from '@askg/ddm';
import type { ExampleQuery } from '@askg/graph';

/** The example queries of the pages and of the description of the endpoint, read once. */
@Injectable()
export class ExampleQueries {
  readonly all: readonly ExampleQuery[] = readExampleQueries(new URL('queries/', ontologyFiles.vocabulary));
}

/**
 * The queries in a folder, in the order of their file names. The first comment line of each is the question it answers;
 * a folder that is not there has none.
 */
export function readExampleQueries(folder: URL): ExampleQuery[] {
  let files: string[];
  try {
    files = readdirSync(folder).filter((name) => name.endsWith('.rq'));
  } catch {
    return [];
  }
  return files.toSorted().map((file) => {
    const name = file.replace(/\.rq$/, '');
    const text = readFileSync(new URL(file, folder), 'utf8').trim();
    const question = /^#+\s*(?:question:\s*)?(.+)$/m.exec(text)?.[1];
    return { name, title: question ?? name.replaceAll('-', ' '), text };
  });
}
