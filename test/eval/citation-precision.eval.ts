import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AskedAgain, askAgain } from './citation-precision/ask-again.ts';
import { type CheckedQuotes, checkQuotes } from './citation-precision/check-quotes.ts';
import { agreementOf, figuresOf, paired } from './citation-precision/figures.ts';
import { goldFolder, type JudgedClaim, readClaims, readVerdicts } from './citation-precision/judged-claim.ts';
import { places } from './citation-precision/places.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport, Figure } from './main.ts';
import { chatModel } from './stack/chat-model.ts';
import { makeCorpus } from './stack/demo-corpus.ts';

const root = join(import.meta.dirname, '..', '..');
const seed = 11;

export const evaluation: Evaluation = {
  describe:
    'Whether the citations of sampled claims support them, by the committed verdicts of readers; whether each quote stands at its address; and with --data whether the product still says the same.',
  run: evaluate,
};

/**
 * Without `data` the committed verdicts are counted and the quotes from the demo's papers checked. With it, the folder of the data
 * sets, all quotes are, and the questions are asked again; those of claims that a model wrote only with `--model`.
 */
async function evaluate({ data, model }: EvaluationOptions): Promise<EvaluationReport> {
  const claims = readClaims();
  const judges = ['a', 'b'].flatMap((name) => {
    const file = join(goldFolder, `verdicts-${name}.json`);
    return existsSync(file) ? [{ name: `judge ${name}`, judged: paired(claims, readVerdicts(file)) }] : [];
  });
  const [one, other] = judges;
  const held = data === undefined ? await holdDemo(claims) : await holdAll(claims, data, model);
  return {
    figures: [
      {
        name: 'claims',
        value: claims.length,
        unit: `with ${claims.flatMap(({ citations }) => citations).length} citations`,
      },
      ...judges.flatMap(({ name, judged }) => [
        { name: `${name}, claims judged`, value: judged.length, unit: `of ${claims.length}` },
        ...figuresOf(judged, name, seed),
      ]),
      ...(one && other ? agreementOf(one.judged, other.judged) : []),
      ...heldFigures(held),
    ],
    details: {
      seed,
      ...held,
      notSupported: one?.judged
        .filter(({ verdict }) => verdict.claim !== 'supports')
        .map(({ verdict: { id, claim, why } }) => ({ id, claim, why })),
    },
  };
}

type Held = CheckedQuotes & { again?: AskedAgain };

async function holdDemo(claims: readonly JudgedClaim[]): Promise<Held> {
  const folder = mkdtempSync(join(tmpdir(), 'askg-citations-'));
  const corpus = await makeCorpus(join(folder, 'corpus'));
  try {
    return await checkQuotes(
      claims.filter(({ set }) => set === 'demo'),
      corpus,
    );
  } finally {
    corpus.close();
    rmSync(folder, { recursive: true });
  }
}

async function holdAll(claims: readonly JudgedClaim[], data: string, model: string): Promise<Held> {
  const chat = chatModel(model);
  const again: AskedAgain = { asked: 0, same: 0, changed: [] };
  const held = { checked: 0, elsewhere: 0, strange: [] as string[], again };
  const models = process.env['ASKG_MODELS'] ?? join(root, 'data', 'models');
  for (const { set, strata, open } of places) {
    const place = await open({ data, models, cache: join(root, 'node_modules', '.cache', 'askg-eval') });
    try {
      const own = claims.filter((claim) => claim.set === set && strata.includes(claim.stratum));
      const quotes = await checkQuotes(own, place.corpus);
      held.checked += quotes.checked;
      held.elsewhere += quotes.elsewhere;
      held.strange.push(...quotes.strange);
      const { asked, same, changed } = await askAgain(own, place, chat);
      again.asked += asked;
      again.same += same;
      again.changed.push(...changed);
    } finally {
      await place.close();
    }
  }
  return held;
}

function heldFigures({ checked, strange, again }: Held): Figure[] {
  const quotes = {
    name: 'quotes word for word at their address',
    value: checked - strange.length,
    unit: `of ${checked}`,
  };
  if (again === undefined) return [quotes];
  return [quotes, { name: 'claims that are still made', value: again.same, unit: `of ${again.asked} asked again` }];
}
