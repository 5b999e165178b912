import type { ExampleQuery } from '@askg/graph';
import { queryScript } from '../pages/assets.ts';
import { html, type Content, type Html } from '../pages/html.ts';
import { layout } from '../pages/layout.ts';
import { problemNotice } from '../problems/problem-page.ts';
import type { HttpProblem } from '../problems/to-problem.ts';
import { resultSection } from './result-section.ts';
import type { ResultView } from './result-view.ts';

export type QueryPageView = {
  query: string;
  examples: readonly ExampleQuery[];
  baseIri: string;
  /** Where the queries of this page go: the endpoint of the corpus, or of a collection. */
  path: string;
  result?: ResultView;
  problem?: HttpProblem;
};

/** What stands in the text area before anything was asked. */
const firstQuery = `PREFIX ddm: <https://w3id.org/askg/ddm#>
PREFIX dcterms: <http://purl.org/dc/terms/>

SELECT ?paper ?title ?year WHERE {
  ?paper a ddm:Paper ;
    dcterms:title ?title .
  OPTIONAL { ?paper ddm:year ?year }
}
ORDER BY DESC(?year) ?title
LIMIT 20`;

/** The query page: works without its script, keeps the query, and shows the result or what is wrong. */
export function queryPage(view: QueryPageView): string {
  return layout({
    title: 'SPARQL',
    place: 'sparql',
    script: queryScript.path,
    main: html`<h1>SPARQL</h1>
      <form class="query" action="${view.path}" method="get">
        <label for="query" class="meta">Query (SPARQL 1.1: SELECT, ASK, CONSTRUCT or DESCRIBE)</label>
        <textarea id="query" name="query" spellcheck="false" autocapitalize="off" autocomplete="off" required>
${view.query === '' ? firstQuery : view.query}</textarea>
        <div class="actions">
          <button>Run query</button>
          <span class="quiet">or Ctrl + Enter</span>
        </div>
      </form>
      ${outcome(view)} ${examples(view)} ${access(view.path)}`,
  });
}

function outcome({ query, result, problem, baseIri, path }: QueryPageView): Content {
  if (problem) return problemNotice(problem);
  return result && resultSection(result, { query, baseIri, path });
}

function examples({ examples: all, path }: QueryPageView): Content {
  return (
    all.length > 0 &&
    html`<h2>Example queries</h2>
      <ul class="cards">
        ${all.map(
          ({ title, text }) =>
            html`<li>
              <a href="${path}?query=${encodeURIComponent(text)}" data-example="${text}">${title}</a>
            </li>`,
        )}
      </ul>`
  );
}

function access(path: string): Html {
  return html`<h2>From a program</h2>
    <p class="meta">
      This address is a SPARQL 1.1 endpoint: send the query as <code>?query=</code>, as a form, or as a body of type
      <code>application/sparql-query</code>, and name the format you want in the Accept header or with
      <code>format=</code>. The default graph is the union of all papers; each paper also is a named graph. Terms are
      described in the <a href="/ontology">ontology</a>; what the data hold, and how this endpoint can be asked, in its
      <a href="${path}?format=turtle">description</a>.
    </p>`;
}
