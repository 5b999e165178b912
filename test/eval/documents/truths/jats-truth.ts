import { buildDocument, cutSentences, readJats } from '@askg/ddm';
import { type Facts, factsOf } from '../facts.ts';
import { gap } from '../measures/letters.ts';

/** The paper as our JATS reader reads it; formulas in the text, signs of notes and names of floats become gaps. */
export function jatsTruth(xml: string): Facts {
  const marked = xml
    .replaceAll(/<inline-formula\b[^>]*>[\s\S]*?<\/inline-formula>/gu, gap)
    // A name that the typesetter's tools put a number for.
    .replaceAll(/\[(?:fig|tab|tbl|eq|sec):[\w:.-]*\]/gu, gap)
    .replaceAll(/<xref\b[^>]*ref-type="fn"[^>]*>[\s\S]*?<\/xref>/gu, gap)
    .replace(/<body>[\s\S]*<\/body>/u, (body) =>
      body.replaceAll('<fn', `${gap}<fn`).replaceAll(`${gap}<fn-group`, '<fn-group'),
    );
  const draft = readJats(new TextEncoder().encode(marked));
  const facts = factsOf(buildDocument(draft, { digest: '0'.repeat(64), cutSentences }));
  // A file without abstract does not say that the page has none.
  const { abstract, ...rest } = facts;
  return abstract === '' ? rest : facts;
}
