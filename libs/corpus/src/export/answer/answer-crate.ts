import type { Answer } from '@askg/contract';
import { articleEntities } from '../crate/article.ts';
import { crateDocument, type CrateFile, fileEntity, metadataFile } from '../crate/crate-file.ts';
import { type Entity, entity, to } from '../crate/entity.ts';
import type { CrateOptions } from '../crate/paper-metadata.ts';
import { answerFormats, answerMediaTypes, type AnswerTextFormat } from './answer-formats.ts';
import type { ExportedAnswer } from './exported-answer.ts';

const made: [format: AnswerTextFormat, name: string, title: string][] = [
  ['markdown', 'answer.md', 'The answer for people'],
  ['csv', 'answer.csv', 'The table, rows or claims of the answer with their sources'],
  ['jsonld', 'answer.jsonld', 'Where the answer comes from, in PROV-O and Web Annotation'],
  ['bibtex', 'references.bib', 'The papers cited, in BibTeX'],
  ['ris', 'references.ris', 'The papers cited, in RIS'],
  ['csl', 'references.json', 'The papers cited, in CSL-JSON'],
];

/** An answer as the files of an RO-Crate, the metadata first: the whole answer, its queries, and all its other forms. */
export function answerCrate(exported: ExportedAnswer, options: CrateOptions): CrateFile[] {
  const { answer } = exported;
  const whole = file('answer.json', 'The whole answer', 'application/json', `${JSON.stringify(answer, null, 2)}\n`);
  const forms = made.map(([format, name, title]) =>
    file(name, title, answerMediaTypes[format], answerFormats[format](exported)),
  );
  const queries = answer.sparql.map(({ text }, i) =>
    file(`query-${i}.rq`, `Query ${i}`, 'application/sparql-query', text),
  );
  const files = [whole, ...forms, ...queries];
  return [metadataFile(answerMetadata(exported, files, queries.length, options)), ...files];
}

function file(name: string, title: string, mediaType: string, text: string): CrateFile {
  return { name, title, mediaType, bytes: Buffer.from(text) };
}

function answerMetadata(
  { answer, iri, at, papers, base }: ExportedAnswer,
  files: readonly CrateFile[],
  queries: number,
  { day, version }: CrateOptions,
): object {
  const entities = files.map(fileEntity);
  const articles = papers.map(({ key, document }) => articleOf(document, `${base}paper/${key}`));
  const software = entity('#askg', 'SoftwareApplication', { name: 'askg', version });
  const models = modelEntities(answer);
  const asking = entity('#run', 'CreateAction', {
    name: 'The question was answered',
    description: answer.plan?.join('\n'),
    endTime: at,
    object: [...articles, ...entities.slice(entities.length - queries)].map(to),
    result: entities.slice(0, entities.length - queries).map(to),
    instrument: [software, ...models].map(to),
  });
  const root = entity('./', 'Dataset', {
    name: answer.question,
    description: `An answer over scholarly papers, with every sentence that it rests on. Verdict: ${answer.verdict}`,
    datePublished: (at ?? day).slice(0, 10),
    license: 'Quotes stand under the licences of the papers that they are from.',
    identifier: iri,
    citation: articles.map(to),
    mentions: to(asking),
    hasPart: entities.map(to),
  });
  return crateDocument(root, [...entities, asking, ...articles, software, ...models]);
}

/** A paper alone: its authors by name, as those of two papers cannot share the numbers that a crate gives them. */
function articleOf(document: Parameters<typeof articleEntities>[0], iri: string): Entity {
  const [article] = articleEntities(document, iri, undefined);
  const { author: _author, editor: _editor, isPartOf: _venue, abstract: _abstract, ...rest } = article;
  const names = document.contributors.filter(({ role }) => role === 'author').map(({ name }) => name);
  return { ...rest, ...(names.length === 0 ? {} : { creditText: names.join(', ') }) };
}

function modelEntities({ settings, models = [] }: Answer): Entity[] {
  const chat = settings === undefined || settings.model === 'none' ? [] : [{ name: settings.model, role: 'chat' }];
  return [...chat, ...models].map(({ name, role }, i) =>
    entity(`#model-${i}`, 'SoftwareApplication', { name, description: role }),
  );
}
