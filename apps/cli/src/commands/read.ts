import { Option } from 'commander';
import { type Document, Format } from '@askg/contract';
import { documentMarkdown } from '@askg/corpus';
import { documentToNQuads, paperKey, serialise } from '@askg/ddm';
import { stages } from '@askg/ingest';
import type { AddCommand } from '../program.ts';
import { type PaperFile, papersOfFile, readPaperFile } from '../read/read-file.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import { toCoded } from '../shell/problem-line.ts';
import type { Shell } from '../shell/shell.ts';

type OutputFormat = 'json' | 'markdown' | 'turtle' | 'nquads';
type ReadOptions = JsonOptions & { as?: Format; format: OutputFormat };

export const readCommand: AddCommand = (program, shell) => {
  const command = program
    .command('read')
    .description('Read papers and print them, one line each where there are several; nothing is stored.')
    .argument('<FILE...>')
    .addOption(new Option('--as <format>', 'the format of the files').choices(Format.options))
    .addOption(
      new Option('--format <format>', 'what to print')
        .choices(['json', 'markdown', 'turtle', 'nquads'])
        .default('json'),
    );
  addJsonOptions(command, { lines: true }).action((files: string[], options: ReadOptions) =>
    read(shell, files, options),
  );
};

async function read(shell: Shell, files: readonly string[], options: ReadOptions): Promise<void> {
  const format = options.json || options.jsonl ? 'json' : options.format;
  for (const file of files) {
    let papers: PaperFile[];
    try {
      papers = await papersOfFile(file, options.as);
    } catch (error) {
      tell(shell, error, file, format, files.length === 1 && !options.jsonl);
      continue;
    }
    const isOne = files.length === 1 && papers.length === 1 && !options.jsonl;
    for (const paper of papers) {
      try {
        const document = await readPaperFile(paper, options.as);
        if (format !== 'json') shell.write(asText(document, format, shell.config.baseIri));
        else if (isOne) shell.printJson(document);
        else shell.printJsonLine(document);
      } catch (error) {
        tell(shell, error, paper.path, format, isOne);
      }
    }
  }
}

/** One document a paper, whatever became of it. */
function tell(shell: Shell, error: unknown, file: string, format: OutputFormat, isOne: boolean): void {
  const problem = toCoded(error).toProblem();
  shell.fail(problem, file);
  if (format !== 'json') return;
  if (isOne) shell.printJson({ ...problem, file });
  else shell.printJsonLine({ ...problem, file });
}

function asText(document: Document, format: Exclude<OutputFormat, 'json'>, base: string): string {
  if (format === 'markdown') return documentMarkdown(document);
  const key = document.key ?? paperKey(document.identifiers, document.digest);
  const nquads = documentToNQuads(document, { base, key, stages });
  return format === 'nquads' ? nquads : serialise(nquads, 'text/turtle');
}
