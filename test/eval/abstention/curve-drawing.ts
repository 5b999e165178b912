import type { CurvePoint } from './selective.ts';

const width = 640;
const height = 400;
const left = 60;
const right = 20;
const top = 40;
const bottom = 50;
const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
/** The part of the scale of risk that is drawn. */
const mostRisk = 0.6;

/**
 * A risk-coverage curve as SVG, with a mark where the threshold stands: left of it is answered, right of it refused.
 * @param points in the order of coverage
 * @param name of the questions that it is drawn from
 */
export function drawCurve(points: readonly CurvePoint[], threshold: number, name: string): string {
  const steps = points.map(({ coverage, risk }) => `${x(coverage)},${y(risk)}`);
  const chosen = points.findLast((point) => point.threshold >= threshold) ?? { coverage: 0, risk: 0 };
  const at = `${percent(chosen.coverage)} answered, ${percent(chosen.risk)} of these without an answer`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<title>Risk and coverage, ${name} questions</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${ticks.map(verticalTick).join('\n')}
${ticks
  .filter((tick) => tick <= mostRisk)
  .map(horizontalTick)
  .join('\n')}
<polyline points="${steps.join(' ')}" fill="none" stroke="#1f4e79" stroke-width="2"/>
<line x1="${x(chosen.coverage)}" x2="${x(chosen.coverage)}" y1="${top}" y2="${height - bottom}" stroke="#b03a2e" stroke-dasharray="4 3"/>
<circle cx="${x(chosen.coverage)}" cy="${y(chosen.risk)}" r="4" fill="#b03a2e"/>
<text x="${left}" y="24" fill="#b03a2e">threshold ${threshold}: ${at}</text>
<text x="${(left + width - right) / 2}" y="${height - 10}" text-anchor="middle">coverage: share of the questions answered, surest first</text>
<text transform="translate(16 ${(top + height - bottom) / 2}) rotate(-90)" text-anchor="middle">risk: share of these without an answer</text>
</svg>
`;
}

function verticalTick(tick: number): string {
  const at = x(tick);
  const line = `<line x1="${at}" x2="${at}" y1="${top}" y2="${height - bottom}" stroke="#ddd"/>`;
  return `${line}<text x="${at}" y="${height - bottom + 16}" text-anchor="middle">${percent(tick)}</text>`;
}

function horizontalTick(tick: number): string {
  const at = y(tick);
  const line = `<line x1="${left}" x2="${width - right}" y1="${at}" y2="${at}" stroke="#ddd"/>`;
  return `${line}<text x="${left - 8}" y="${at + 4}" text-anchor="end">${percent(tick)}</text>`;
}

function x(coverage: number): number {
  return Math.round((left + coverage * (width - left - right)) * 10) / 10;
}

function y(risk: number): number {
  const share = Math.min(risk, mostRisk) / mostRisk;
  return Math.round((height - bottom - share * (height - top - bottom)) * 10) / 10;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
