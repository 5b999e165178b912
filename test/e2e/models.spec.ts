import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { Answer } from '@askg/contract';
import { root, useAskg } from './testing/askg.ts';
import { stubDimensions, useStubModels } from './testing/stub-models.ts';

// Each command is a process or several; a busy machine takes its time.
jest.setTimeout(180_000);
const askg = useAskg();
const startModels = useStubModels();
const fixtures = join(root, 'test', 'fixtures', 'jats');
const papers = [join(fixtures, 'joss-2024.xml'), join(fixtures, 'plos-2013-excerpt.xml')];
const question = 'What is the kernel-independent fast multipole method?';

type Finding = { what: string; state: string; detail: string; advice?: string };

async function ask(url: string): Promise<Answer> {
  const response = await fetch(`${url}/api/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question, mode: 'retrieve', stream: false }),
  });
  return Answer.parse(await response.json());
}

async function findings(what: string, environment: Record<string, string>): Promise<Finding[]> {
  const { out } = await askg.run(['doctor', '--json'], { environment });
  return (JSON.parse(out) as { findings: Finding[] }).findings.filter((finding) => finding.what === what);
}

/** Asks until the models that are opened beside the questions are there. */
async function askOnceOpen(url: string, state = 'open'): Promise<Answer> {
  for (;;) {
    const { questions } = (await (await fetch(`${url}/health/ready`)).json()) as {
      questions: { reranker?: { state: string } };
    };
    if (questions.reranker?.state === state) return ask(url);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const methodsOf = ({ passages }: Answer): Set<string> => new Set(passages.flatMap(({ methods }) => methods));
const notesOf = ({ degraded }: Answer): string[][] => degraded.map(({ step, wanted, used }) => [step, wanted, used]);

describe('models behind a server', () => {
  it('embed and order what the real server finds, and an answer names what ran, whatever becomes of them', async () => {
    const models = await startModels();
    const environment = {
      EMBEDDINGS_URL: models.url,
      EMBEDDINGS_MODEL: 'stub-embedder',
      EMBEDDINGS_DIMENSIONS: String(stubDimensions),
      EMBEDDINGS_QUERY_PREFIX: 'query: ',
      EMBEDDINGS_PASSAGE_PREFIX: 'passage: ',
      ASKG_RERANKER: 'remote',
      ASKG_RERANKER_SECONDS: '1',
      RERANK_URL: models.url,
      RERANK_MODEL: 'stub-ranker',
    };
    const ingested = await askg.run(['ingest', ...papers, '--wait', 'embedded', '--json'], { environment });
    expect([ingested.code, models.embedded.length > 0]).toEqual([0, true]);
    expect(models.embedded.every((text) => text.startsWith('passage: '))).toBe(true);

    const { url } = await askg.serve([], { environment });
    const well = await askOnceOpen(url);
    expect(models.embedded).toContain(`query: ${question}`);
    expect(models.scored).toBeGreaterThan(0);
    expect(well.models?.map(({ role, name }) => [role, name])).toEqual([
      ['embedder', 'stub-embedder'],
      ['reranker', 'stub-ranker'],
    ]);
    expect(methodsOf(well)).toEqual(new Set(['bm25', 'dense', 'fused', 'stub-ranker']));
    expect((await findings('Reranker', environment)).map(({ state }) => state)).toEqual(['ok']);

    for (const mood of ['fails', 'hangs'] as const) {
      models.mood = mood;
      const ill = await ask(url);
      expect(methodsOf(ill).has('stub-ranker')).toBe(false);
      expect(ill.models?.map(({ role }) => role)).toEqual(['embedder']);
      expect(notesOf(ill)).toContainEqual(['rerank', 'stub-ranker', 'the order before']);
      expect(ill.passages.length).toBeGreaterThan(0);
    }
  });

  it('that cannot be asked leave the search to words, and are told of', async () => {
    const environment = {
      EMBEDDINGS_URL: 'http://127.0.0.1:9/v1',
      EMBEDDINGS_MODEL: 'nobody',
      EMBEDDINGS_DIMENSIONS: '8',
      ASKG_RERANKER: 'remote',
      RERANK_URL: 'http://127.0.0.1:9/v1',
      RERANK_MODEL: 'nobody',
    };
    const ingested = await askg.run(['ingest', ...papers, '--wait', 'embedded'], { environment });
    expect([ingested.code, ingested.err]).toEqual([3, expect.stringMatching(/^inference\/server-unreachable: /m)]);
    const { url } = await askg.serve([], { environment });
    const answer = await askOnceOpen(url);
    expect(answer.models).toBeUndefined();
    expect(notesOf(answer)).toEqual(
      expect.arrayContaining([
        ['retrieval', 'words and vectors', 'words'],
        ['rerank', 'nobody', 'the order before'],
      ]),
    );
    expect((await findings('Reranker', environment)).map(({ state }) => state)).toEqual(['warning']);
    const elsewhere = { ...environment, RERANK_MODEL: '', ASKG_DATA: askg.folder('other') };
    const wrong = await askg.run(['serve'], { environment: elsewhere });
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringMatching(/RERANK_MODEL: needed/)]);
  });
});

describe("an operator's own model", () => {
  /** A folder with a converted model and its description, as a conversion leaves it. */
  function converted(): string {
    const tiny = join(root, 'libs', 'inference', 'src', 'testing', 'tiny');
    const folder = askg.folder('converted');
    mkdirSync(folder);
    copyFileSync(join(tiny, 'scorer.onnx'), join(folder, 'model.onnx'));
    copyFileSync(join(tiny, 'tokenizer.json'), join(folder, 'tokenizer.json'));
    const card = {
      name: 'my-ranker',
      kind: 'pair-scorer',
      origin: 'me',
      licence: 'CC-BY-NC-4.0',
      commercial: false,
      maxTokens: 32,
    };
    writeFileSync(join(folder, 'askg-model.json'), JSON.stringify(card));
    return folder;
  }

  it('is refused where its licence forbids commercial use, until the operator says that there is none', async () => {
    await askg.run(['ingest', ...papers, '--wait', 'indexed']);
    expect((await askg.run(['models', 'add', converted()])).code).toBe(0);
    const listed = await askg.run(['models', 'list']);
    expect(listed.out).toMatch(/^my-ranker +here +pair-scorer .* CC-BY-NC-4\.0 \(non-commercial\)/m);
    const chosen = { ASKG_RERANKER: 'my-ranker' };
    const refused = await findings('Reranker', chosen);
    expect(refused).toMatchObject([{ state: 'failure', advice: expect.stringMatching(/ASKG_NONCOMMERCIAL=1/) }]);
    const closed = await askg.serve([], { environment: chosen });
    const without = await askOnceOpen(closed.url, 'failed');
    expect(without.models).toBeUndefined();
    expect(without.degraded.find(({ wanted }) => wanted === 'my-ranker')?.reason).toMatch(/ASKG_NONCOMMERCIAL=1/);
    closed.child.kill('SIGTERM');
    await closed.ended;

    const environment = { ...chosen, ASKG_NONCOMMERCIAL: '1' };
    const allowed = await findings('Reranker', environment);
    expect(allowed).toMatchObject([{ state: 'ok', detail: expect.stringMatching(/CC-BY-NC-4\.0: for use/) }]);
    const open = await askg.serve([], { environment });
    const answer = await askOnceOpen(open.url);
    expect(answer.models).toMatchObject([
      { role: 'reranker', name: 'my-ranker', licence: 'CC-BY-NC-4.0', commercial: false },
    ]);
    expect(methodsOf(answer).has('my-ranker')).toBe(true);
    expect(open.err()).toMatch(/under CC-BY-NC-4\.0/);
  });

  it('that is described wrongly ends a command with what is wrong', async () => {
    await askg.run(['ingest', ...papers, '--wait', 'indexed']);
    mkdirSync(askg.folder('data', 'models'), { recursive: true });
    writeFileSync(askg.folder('data', 'models', 'manifest.json'), '{"models":[{"name":"x"}]}');
    const { code, err } = await askg.run(['models', 'list']);
    expect([code, err]).toEqual([2, expect.stringMatching(/^inference\/bad-manifest: .*x\.kind: /)]);
    const served = await askg.run(['serve']);
    expect([served.code, served.err]).toEqual([3, expect.stringMatching(/inference\/bad-manifest/)]);
    const [told] = await findings('Models', {});
    expect(told).toMatchObject({ state: 'failure', detail: expect.stringMatching(/x\.kind/) });
  });
});
