import { codePointOffsets } from '../../../libs/ddm/src/document/code-points.ts';
import { loadTagger } from '../../../libs/ddm/src/enrich/entities/model/load-model.ts';
import { wordsOf } from '../../../libs/ddm/src/enrich/entities/model/words.ts';
import type { LabelledDocument } from './labelled/labelled.ts';
import { kindOfType, typesOfSciErc } from './labelled/kinds.ts';
import type { Span } from './spans.ts';

/** What the tagger alone finds, `Generic` included, before names are cleaned and repeated. */
export function taggerSpans(documents: readonly LabelledDocument[]): Span[] {
  const types = new Map(typesOfSciErc.map((type) => [kindOfType(type), type]));
  const tagger = loadTagger();
  return documents.flatMap(({ id, sentences }) =>
    sentences.flatMap(({ text }, i) => {
      const words = wordsOf(text);
      const toCodePoints = codePointOffsets(text);
      return tagger.tag(words.map((word) => word.text)).map(({ from, to, kind }) => ({
        id: `${id}#${i + 1}`,
        start: toCodePoints(words[from]?.start ?? 0),
        end: toCodePoints(words[to - 1]?.end ?? 0),
        type: types.get(kind) ?? '',
      }));
    }),
  );
}
