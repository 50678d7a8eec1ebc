import { beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '../../src/domain/route.js';
import { monthOf } from '../../src/domain/time.js';
import { findRoutes } from '../../src/engines/routes/find.js';
import { mermaidOf } from '../../src/files/draw/mermaid.js';
import { svgOf } from '../../src/files/draw/svg.js';
import { Catalogue } from '../../src/graph/catalogue.js';
import * as make from '../support/rows.js';

const HOSTILE = `Nursing <script>alert("1")</script> & 'care': #1; 50% \u0007 --> ]]>`;

/** A degree beside a portfolio, whose titles hold every sign that means something to a drawing. */
function route(title: string): Route {
  const first = monthOf('2026-09');
  const rows = make.rowsWith({
    institutions: [make.institution('university', { name: title })],
    registerParts: [make.registerPart('nurse', { name: title, sets: [{ programmes: ['degree', 'portfolio'] }] })],
    qualifications: [make.qualification('honours')],
    modules: ['d1', 'p1'].map((id) => make.module(id, { institution: 'university' })),
    programmes: [
      make.programme('degree', { title, stages: [{ credits: 20, core: ['d1'] }] }),
      make.programme('portfolio', { title: 'Portfolio', stages: [{ credits: 20, core: ['p1'] }] }),
    ],
    deliveries: [
      make.delivery('degree-a', 'degree', {
        months: [12],
        assessmentMonths: 2,
        entryPoints: [make.entryPoint(1, { months: [1] })],
        placements: [{ weeks: 6, ownWorkplace: false }],
      }),
      make.delivery('portfolio-a', 'portfolio', {
        months: [9],
        concurrent: true,
        entryPoints: [make.entryPoint(1, { months: [1] })],
      }),
    ],
  });
  const { routes } = findRoutes(new Catalogue(rows), { learner: {}, registerPart: 'nurse', first });
  const [found] = routes;
  if (!found) throw new Error('this world has a route');
  return found;
}

/** Reads a picture as XML: its tags in order, closed as they were opened. Throws where they are not. */
function tagsOf(xml: string): string[] {
  const open: string[] = [];
  const seen: string[] = [];
  const rest = xml.replaceAll(
    /<(\/?)([a-zA-Z]+)((?: [a-zA-Z0-9-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#39);[^"<&]*)*")*)\s*(\/?)>/g,
    (_, closes, name, _attributes, alone) => {
      if (closes) expect(open.pop()).toBe(name);
      else if (!alone) open.push(name);
      seen.push(name);
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
  expect(rest.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
  return seen;
}

describe('a route drawn', () => {
  let drawn: Route;
  beforeAll(() => {
    drawn = route(HOSTILE);
  });

  test('as SVG it is well formed whatever titles hold, and holds no script', () => {
    const svg = svgOf(drawn);
    const tags = tagsOf(svg);
    expect(tags[0]).toBe('svg');
    expect(new Set(tags)).toEqual(
      new Set(['svg', 'title', 'desc', 'defs', 'pattern', 'rect', 'line', 'circle', 'text']),
    );
    expect(svg).not.toContain('\u0007');
  });

  test('as SVG it has a title and a description that its name refers to', () => {
    const svg = svgOf(drawn);
    const named = /role="img" aria-labelledby="(\S+) (\S+)"/.exec(svg);
    expect(svg).toContain(`<title id="${named?.[1]}">`);
    expect(svg).toContain(`<desc id="${named?.[2]}">`);
    expect(svgOf(route('Another'))).not.toContain(`"${named?.[1]}"`);
  });

  test('as SVG all writing lies within it, at least 11 units high, and says what the patterns mean', () => {
    const svg = svgOf(drawn);
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number);
    expect(width).toBe(360);
    for (const [, x, y, size] of svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="(\d+)"/g)) {
      expect(Number(size)).toBeGreaterThanOrEqual(11);
      expect(Number(x)).toBeLessThan(width!);
      expect(Number(y)).toBeLessThan(height!);
    }
    for (const words of ['stripes: assessment', 'dots: waiting', 'hollow bar', 'ring: award'])
      expect(svg).toContain(words);
  });

  test('as SVG its bars are as long as the legs', () => {
    const svg = svgOf(drawn);
    const scale = 336 / drawn.months;
    const bars = [...svg.matchAll(/data-from="(\S+)" data-to="(\S+)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)];
    expect(bars.map(([, from, to]) => [from, to])).toEqual(drawn.legs.map(({ start, end }) => [start, end]));
    for (const [, from = '', to = '', x, width] of bars) {
      expect(Number(x)).toBeCloseTo(12 + (monthOf(from) - monthOf(drawn.first)) * scale, 0);
      expect(Number(width)).toBeCloseTo((monthOf(to) + 1 - monthOf(from)) * scale, 0);
    }
  });

  test('as Mermaid each task has one colon, and no title a sign that Mermaid reads', () => {
    const lines = mermaidOf(drawn)
      .trimEnd()
      .split('\n')
      .map((line) => line.trim());
    expect(lines[0]).toBe('gantt');
    for (const line of lines) {
      expect(line.replace('axisFormat %Y', '')).not.toMatch(/[;#%<>{}]/);
      if (/^(Study|Waiting|Assessment|Award|Registered)/.test(line)) expect(line.split(':')).toHaveLength(2);
    }
    expect(lines).toContain('Assessment :active, 2028-01-01, 2028-03-01');
    expect(lines).toContain('Waiting :done, 2026-09-01, 2027-01-01');
  });
});
