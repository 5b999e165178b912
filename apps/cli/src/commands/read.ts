import { Option } from 'commander';
import { type Document, Format } from '@askg/contract';
import { documentToNQuads, paperKey, serialise } from '@askg/ddm';
import { stages } from '@askg/ingest';
import type { AddCommand } from '../program.ts';
import { documentMarkdown } from '../read/document-markdown.ts';
import { readPaperFile } from '../read/read-file.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import { toCoded } from '../shell/problem-line.ts';
import type { Shell } from '../shell/shell.ts';

type OutputFormat = 'json' | 'markdown' | 'turtle' | 'nquads';
type ReadOptions = JsonOptions & { as?: Format; format: OutputFormat };

export const readCommand: AddCommand = (program, shell) => {
  const command = program
    .command('read')
    .description('Read papers and print them; nothing is stored.')
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
  const isOne = files.length === 1 && !options.jsonl;
  for (const file of files) {
    try {
      const document = await readPaperFile(file, options.as);
      if (format !== 'json') shell.write(asText(document, format, shell.config.baseIri));
      else if (isOne) shell.printJson(document);
      else shell.printJsonLine(document);
    } catch (error) {
      const problem = toCoded(error).toProblem();
      shell.fail(problem, file);
      // One document a file, whatever became of it.
      if (format === 'json' && isOne) shell.printJson({ ...problem, file });
      else if (format === 'json') shell.printJsonLine({ ...problem, file });
    }
  }
}

function asText(document: Document, format: Exclude<OutputFormat, 'json'>, base: string): string {
  if (format === 'markdown') return documentMarkdown(document);
  const key = document.key ?? paperKey(document.identifiers, document.digest);
  const nquads = documentToNQuads(document, { base, key, stages });
  return format === 'nquads' ? nquads : serialise(nquads, 'text/turtle');
}
