import type { Role } from '@askg/contract';

/**
 * Headings, folded as in `section-roles.ts` (small letters, no number, `&` and `/` as "and", hyphens as spaces), that
 * name a role. A heading is listed only where it names that role in nearly all papers. Choices that could fall
 * otherwise:
 * - "Background" opens a paper or an abstract: introduction. "Preliminaries" and "Motivation" are not told apart: silent.
 * - A merged heading goes to its first part ("Results and discussion": result; "Methods and results": method).
 * - "Evaluation" and "Experiments" hold set-up and outcome together: experiment.
 * - "Limitations" and "Implications" weigh the work: discussion. "Future work" and "Outlook" close it: conclusion.
 * - "Statement of need" is the introduction of a software paper; "Summary" at its front is its abstract (see
 *   `assignRoles`), elsewhere often a conclusion: silent. So are "Materials" (a course has some too), "Analysis", "Implementation".
 * - The last group has no role and must not inherit one.
 */
const headings: Readonly<Record<Role, string>> = {
  abstract:
    'abstract | author summary | executive summary | structured abstract | plain language summary | editors summary',
  introduction: `introduction | general introduction | background | introduction and background | background and introduction |
    introduction and motivation | introduction and related work | background and motivation | statement of need |
    statement of the need | background and statement of need | statement of need and background | motivation and significance |
    introduction and objectives | background and aims | background and objectives | background and rationale | background and purpose`,
  'related-work': `related work | related works | related research | related literature | related studies | prior work | prior research |
    previous work | previous research | previous studies | literature review | review of literature | review of the literature |
    literature survey | state of the art | state of the field | background and related work | related work and background |
    comparison with related work | related software | related packages | similar software | related projects`,
  method: `method | methods | methodology | methodologies | materials and methods | material and methods | methods and materials |
    materials and method | material and method | patients and methods | subjects and methods | participants and methods |
    data and methods | data and methodology | experimental procedures | experimental procedure | research design | research methodology |
    research methods | study design | study design and methods | methodology and principal findings | methods and findings |
    methods and results | methods and principal findings | proposed method | proposed methods | proposed approach | proposed methodology |
    proposed model | proposed framework | proposed architecture | model architecture | network architecture | problem formulation |
    problem definition | approach | methodological approach | online methods | star methods | star★methods | method details |
    statistical analysis | statistical analyses | statistical methods | data analysis | search strategy | data extraction |
    procedure | procedures | design and methods | detailed methods`,
  experiment: `experiment | experiments | evaluation | evaluations | experimental setup | experimental set up | experimental setting |
    experimental settings | experimental design | experimental evaluation | empirical evaluation | experiment setup | experimental setups |
    setup of experiments | experiments and results | experiments and analysis | experiments and evaluation | evaluation setup | evaluation and results |
    evaluation and discussion | numerical experiments | simulation experiments | computational experiments |
    experimental details | training details | evaluation metrics | evaluation metric | evaluation protocol | baselines | baseline methods |
    benchmarking | performance evaluation | user study | ablation | ablation study | ablation studies`,
  result: `result | results | results and discussion | results and discussions | result and discussion | results and analysis |
    results and evaluation | findings | main results | main findings | key findings | principal findings | key results |
    experimental results | experimental result | empirical results | numerical results | simulation results | evaluation results |
    experimental results and discussion | experimental results and analysis | results and interpretation | findings and discussion | research findings |
    benchmark results | qualitative results | quantitative results | qualitative analysis | ablation results | results and conclusion | results and conclusions`,
  discussion: `discussion | discussions | general discussion | discussion and conclusion | discussion and conclusions | discussion and limitations |
    discussion and future work | discussion and outlook | limitations | limitation | limitations and future work | limitations of the study | study limitations |
    strengths and limitations | strengths and limitations of this study | strengths and limitations of the study |
    limitations of this study | limitations and future directions | implications | policy implications | practical implications | clinical implications | implications for practice | threats to validity | interpretation | lessons learned | error analysis`,
  conclusion: `conclusion | conclusions | concluding remarks | conclusion and future work | conclusions and future work |
    conclusion and future works | conclusions and future works | conclusion and outlook | conclusions and outlook | conclusion and discussion |
    conclusions and discussion | summary and conclusion | summary and conclusions | conclusion and perspectives | conclusions and perspectives |
    conclusions and significance | conclusion and significance | conclusions and recommendations | conclusion and recommendations | summary and outlook |
    summary and future work | conclusion and future directions | conclusions and future directions | conclusions and implications |
    future work | future directions | future plans | future developments | future research | future outlook | outlook | future perspectives | perspectives and outlook | final remarks | closing remarks`,
  acknowledgement: `acknowledgement | acknowledgements | acknowledgment | acknowledgments | acknowledgements and funding | acknowledgments and funding |
    funding and acknowledgements | funding and acknowledgments | acknowledgement and funding | thanks | acknowledgements and disclosure of funding`,
  appendix: `appendix | appendices | annex | annexes | supplementary material | supplementary materials | supplementary information |
    supplemental information | supplemental material | supplemental materials | supplementary data | supporting information | supporting material |
    supplementary appendix | supplement | online appendix | technical appendix`,
  references:
    'references | reference | bibliography | literature cited | works cited | references cited | cited literature | reference list',
  other: `funding | funding information | funding statement | financial disclosure | financial support | data availability | data availability statement |
    availability of data and materials | availability of data | data and code availability | code availability | data and software availability |
    availability | software availability | author contributions | authors contributions | author contribution | authors' contributions |
    author's contributions | credit authorship contribution statement | contributions of authors | conflict of interest | conflicts of interest |
    conflict of interest statement | competing interests | competing interest | declaration of competing interest | declarations |
    declaration of interests | disclosure | disclosures | disclosure statement | additional information | additional files | abbreviations | nomenclature | glossary |
    consent for publication | ethics approval and consent to participate | ethics approval | accession numbers | accession codes | license | licence |
    keywords | notes | footnotes | how to cite | about the authors | notice of republication | publisher's note`,
};

/** The role a folded heading names. */
export const roleHeadings: ReadonlyMap<string, Role> = new Map(
  Object.entries(headings).flatMap(([role, list]) =>
    list.split('|').map((heading) => [heading.trim().replaceAll(/\s+/gu, ' '), role as Role] as const),
  ),
);
