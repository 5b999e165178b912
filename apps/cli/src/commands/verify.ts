import type { Fault, GraphCheck } from '@askg/corpus';
import { validateShacl } from '@askg/ddm';
import type { AddCommand } from '../program.ts';
import { addJsonOptions, type JsonOptions } from '../shell/json-options.ts';
import { count } from '../shell/quantities.ts';
import type { Shell } from '../shell/shell.ts';
import { withCorpus } from '../shell/with-corpus.ts';

type VerifyOptions = JsonOptions & { shapes: boolean };

export const verifyCommand: AddCommand = (program, shell) => {
  const command = program
    .command('verify')
    .description('Check every source and graph file against its digest, and every graph against the SHACL shapes.')
    .option('--no-shapes', 'leave the shapes out, which take most of the time');
  addJsonOptions(command).action((options: VerifyOptions) => verify(shell, options));
};

async function verify(shell: Shell, options: VerifyOptions): Promise<void> {
  const progress = shell.progress('Verifying');
  const { faults, checked } = await withCorpus(shell, { readOnly: true }, async (corpus) => {
    let last: { done: number; faults: readonly Fault[] } = { done: 0, faults: [] };
    for await (const step of corpus.verify(options.shapes ? checkShapes : undefined)) {
      last = step;
      progress.update(step.done, step.total);
    }
    return { faults: last.faults, checked: last.done };
  });
  progress.end();
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) shell.exitCode = 1;
  if (options.json) return shell.printJson({ ok: errors === 0, checked, faults });
  for (const { severity, code, file, detail } of faults) shell.print(`${severity}  ${code}  ${file}  ${detail}`);
  shell.print(errors === 0 ? `All is sound: ${count(checked, 'check')}.` : `${count(errors, 'fault')} found.`);
}

const checkShapes: GraphCheck = async (nquads) =>
  (await validateShacl(nquads)).map(({ node, path, constraint, messages }) => ({
    code: 'ddm/shape-violation',
    detail: `${node}${path === undefined ? '' : ` ${path}`}: ${messages.join('; ') || constraint}`,
  }));
