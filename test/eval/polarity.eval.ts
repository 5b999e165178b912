import { round } from '../../bench/statistics.ts';
import type { Reading } from '../../libs/kgqp/src/answer/polarity/reading.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport, Figure } from './main.ts';
import { crossValidate, fitStance, type Scored, scoreStance } from './polarity/fit-stance.ts';
import { isTaught, type LabelledTexts, pubmedqaTexts, scifactTexts } from './polarity/labelled-texts.ts';
import { stanceExamples } from './polarity/stance-examples.ts';

const thresholds = [0, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9];

export const evaluation: Evaluation = {
  describe:
    'Whether sentences say yes or no to a question (PubMedQA: the results of the abstract, or the conclusion of the authors) or to a claim (SciFact: the sentences of the gold). Cross-validated on the half that is learnt from, where the threshold is chosen; then the weights of that half on the other half. --data names both folders, apart by a colon.',
  run: evaluate,
};

async function evaluate({ data = '' }: EvaluationOptions): Promise<EvaluationReport> {
  const folders = data.split(':');
  const folderOf = (name: string): string => {
    const folder = folders.find((each) => each.replace(/\/$/u, '').endsWith(name));
    if (folder === undefined) throw new Error(`--data names the folders of pubmedqa and scifact, apart by a colon.`);
    return folder;
  };
  const sets: [string, LabelledTexts[], Reading[]][] = [
    ['questions', pubmedqaTexts(folderOf('pubmedqa')), ['yes', 'no', 'maybe']],
    ['claims', scifactTexts(folderOf('scifact')), ['yes', 'no']],
  ];
  const figures: Figure[] = [];
  const details: Record<string, unknown> = {};
  for (const [name, labelled, readings] of sets) {
    const { embedder, ...ways } = await stanceExamples(labelled);
    details['embedder'] = embedder.name;
    for (const [way, examples] of Object.entries(ways)) {
      const taught = examples.filter(({ id }) => isTaught(id));
      const held = examples.filter(({ id }) => !isTaught(id));
      const scored = {
        'cross-validated': crossValidate(taught, readings),
        'held out': scoreStance(held, readings, fitStance(taught, readings)),
      };
      for (const [how, each] of Object.entries(scored)) {
        const title = `${name} ${way === 'byMeaning' ? 'by meaning' : 'by words'}, ${how}`;
        figures.push(...figuresOf(title, each));
        details[title] = thresholds.map((threshold) => told(each, threshold));
      }
    }
  }
  return { figures, details };
}

function figuresOf(name: string, scored: readonly Scored[]): Figure[] {
  const parts = [...new Set(scored.map(({ part }) => part))];
  return parts.flatMap((part) => {
    const of = scored.filter((each) => each.part === part);
    const counts = ['yes', 'no', 'maybe'].map((reading) => of.filter(({ due }) => due === reading).length);
    return [
      { name: `${name}, ${part}: accuracy`, value: share(of, isRight), unit: `of ${of.length}` },
      {
        name: `${name}, ${part}: the most frequent reading always`,
        value: round(Math.max(...counts) / of.length, 3),
        unit: '',
      },
    ];
  });
}

/** What would be told from a probability on: how much of all, and how much of it is right, by reading. */
function told(scored: readonly Scored[], threshold: number): object {
  const sure = scored.filter(({ probability }) => probability >= threshold);
  const by = (reading: Reading): object => {
    const of = sure.filter((each) => each.reading === reading);
    return { told: of.length, precision: share(of, isRight) };
  };
  return {
    threshold,
    coverage: round(sure.length / Math.max(1, scored.length), 3),
    precision: share(sure, isRight),
    yes: by('yes'),
    no: by('no'),
    maybe: by('maybe'),
  };
}

function isRight({ due, reading }: Scored): boolean {
  return due === reading;
}

function share(scored: readonly Scored[], test: (each: Scored) => boolean): number {
  return round(scored.filter(test).length / Math.max(1, scored.length), 3);
}
