import type { Document, Sentence } from '@askg/contract';

/** What a paper may hold to run where it is shown, or to become more than one field where it is given out. */
export const payloads = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `' onmouseover='alert(1)`,
  `</title></script><svg onload=alert(1)>`,
  `<iframe srcdoc="<script>alert(1)</script>">`,
  `javascript:alert(1)`,
  `[a](javascript:alert(1)) ![x](https://evil.example/?q=1)`,
  `{{constructor.constructor('alert(1)')()}} \${alert(1)}`,
  `]]><script>alert(1)</script><![CDATA[`,
] as const;

/** Breaks out of the lines and braces of record formats. */
export const breakouts = 'x\r\nER  - \r\nTY  - JOUR\r\nTI  - Forged}\n}\n@article{forged, title = {Forged';

const bad = payloads.join(' ');

function sentence(id: string): Sentence {
  const mention = { start: 0, end: 8, type: 'method' as const, label: bad, score: 0.9 };
  return { id, text: bad, boxes: [], citations: [], mentions: [mention] };
}

/** A paper each text of which holds all payloads. */
export function hostileDocument(doi: string): Document {
  return {
    schema: 'askg.document/1',
    format: 'html',
    digest: 'e'.repeat(64),
    title: `${bad} ${breakouts}`,
    abstract: [{ id: 'abstract/p1', kind: 'text', sentences: [sentence('abstract/p1/t1')] }],
    identifiers: { doi },
    venue: `${bad} ${breakouts}`,
    licence: 'javascript:alert(1)',
    keywords: [bad, breakouts],
    contributors: [{ name: `${bad} ${breakouts}`, email: bad, affiliations: [bad], role: 'author' }],
    sections: [
      {
        id: 's1',
        number: bad,
        heading: bad,
        depth: 1,
        role: 'method',
        paragraphs: [
          { id: 's1/p1', kind: 'text', heading: bad, sentences: [sentence('s1/p1/t1')] },
          { id: 's1/p2', kind: 'item', list: { depth: 1, ordered: false }, sentences: [sentence('s1/p2/t1')] },
          {
            id: 's1/p3',
            kind: 'code',
            sentences: [{ ...sentence('s1/p3/t1'), text: `\`\`\`\n<script>alert(1)</script>\n\`\`\`\n${bad}` }],
          },
          { id: 's1/p4', kind: 'quote', sentences: [sentence('s1/p4/t1')] },
        ],
        sections: [],
      },
    ],
    figures: [{ id: 'fig1', label: bad, section: 's1', caption: [sentence('fig1/t1')], boxes: [] }],
    tables: [
      {
        id: 'tab1',
        label: bad,
        section: 's1',
        caption: [sentence('tab1/t1')],
        rows: [{ header: false, cells: [{ text: bad, rowSpan: 1, columnSpan: 1 }], boxes: [] }],
        boxes: [],
      },
    ],
    formulas: [
      {
        id: 'eq1',
        label: bad,
        section: 's1',
        text: bad,
        tex: `\\href{javascript:alert(1)}{x} $$ ${bad}`,
        mathml: `<math><mtext><img src=x onerror=alert(1)></mtext><maction href="javascript:alert(1)">${bad}</maction></math>`,
        boxes: [],
      },
    ],
    footnotes: [
      { id: 'fn1', label: bad, paragraphs: [{ id: 'fn1/p1', kind: 'text', sentences: [sentence('fn1/p1/t1')] }] },
    ],
    references: [{ id: 'ref1', raw: bad, authors: [bad], title: bad, url: 'javascript:alert(1)', boxes: [] }],
    findings: [{ code: 'ddm/dropped', severity: 'warning', message: bad, amount: 1 }],
  };
}
