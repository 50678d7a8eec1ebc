import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/program.js';

/** What the command line hands over. */
async function handedOver(...args: string[]): Promise<string[]> {
  const out: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => out.push(line) };
  const still = { env: {}, now: () => '2026-09-01', untilStopped: () => Promise.resolve() };
  const status = await run(['routes', ...args, '--full'], { ...io, ...still });
  expect(status, out.join('\n')).toBe(0);
  return out;
}

/** What a page shows as handed over; what it hangs on is left to the cases below, since how much of it is asked may change. */
function shown(name: string): string[] {
  const page = readFileSync(new URL(`../../docs/routes/${name}.md`, import.meta.url), 'utf8');
  return upToHangs((/```text\n([\s\S]*?)\n```/.exec(page)?.[1] ?? '').split('\n'));
}

/** The lines before what a route hangs on. */
const upToHangs = (lines: readonly string[]): string[] => {
  const all = lines.flatMap((line) => line.split('\n'));
  return all.slice(0, all.indexOf('What it hangs on'));
};

/** The lines of a section, without what wraps. */
function section(lines: readonly string[], heading: string): string[] {
  const from = lines.indexOf(heading);
  expect(from, `${heading}\n${lines.join('\n')}`).toBeGreaterThanOrEqual(0);
  const rest = lines.slice(from + 1);
  const end = rest.indexOf('');
  return (end < 0 ? rest : rest.slice(0, end)).map((line) => line.trim());
}

test('a nurse: from healthcare assistant, in three steps at one university', async () => {
  const lines = await handedOver(
    ...['--learner', 's15-steps', '--register-part', 'nurse-adult', '--first', '2014-09', '--institution', 'middlesex'],
  );
  expect(lines[0]).toBe('Your route to Registered nurse, adult: 56 months, registered May 2019');
  expect(upToHangs(lines)).toEqual(shown('nurse'));
  expect(section(lines, 'In all')).toEqual([
    'You pay £5,000 of £23,000.',
    'You keep your pay all the way.',
    'At most 2 release days a week; 480 credits to study.',
    '2,334 hours of supervised practice to do.',
  ]);
  expect(section(lines, 'Step 3: BSc (Hons) Nursing (adult)')).toEqual(
    expect.arrayContaining([
      'When: September 2016 to April 2019, stages 2 to 3; award May 2019',
      'Why then: It starts as soon as the study of DipHE Healthcare has ended.',
      'Placements: 8 weeks elsewhere',
    ]),
  );
  expect(lines.join(' ').replaceAll(/ +/g, ' ')).toContain(
    'Who pays: the state £18,000 (Commissioned places on pre-registration degrees, until the bursary ended)',
  );
  expect(lines.join(' ')).toMatch(/agreement for holders of ‘DipHE Healthcare’ to join at stage 2 \(guaranteed\)/);
  expect(lines.join(' ').replaceAll(/ +/g, ' ')).toMatch(/The best route left takes 72 months/);
  expect(lines.map((line) => line.trim())).toContain('No route is left.');
});

test('a radiographer: one module offered singly makes up the first year', async () => {
  const lines = await handedOver(
    ...['--learner', 's09-skeletal-imaging', '--register-part', 'diagnostic-radiographer', '--first', '2025-10'],
    ...['--institution', 'canterbury-christ-church'],
  );
  expect(lines[0]).toBe('Your route to Diagnostic radiographer: 43 months, registered May 2029');
  expect(upToHangs(lines)).toEqual(shown('radiographer'));
  expect(section(lines, 'Step 1: Skeletal Imaging: appendicular and axial')).toContain(
    'Why then: January 2026 is the first intake at stage 1 from October 2025, the first month asked.',
  );
  expect(section(lines, 'What this rests on')[0]).toBe(
    'Credit: 100 credits guaranteed (5 claims), 20 credits precedent (1 claim).',
  );
  expect(section(lines, 'In all')[0]).toBe('You pay £2,383.80 of £18,383.80.');
  expect(lines.join(' ').replaceAll(/ +/g, ' ')).toMatch(
    /the mapping of ‘Skeletal Imaging: appendicular and axial’ to part of ‘Radiographic Practice 1’ \(guaranteed\)/,
  );
});

test('a biomedical scientist: the portfolio runs beside the top-up year', async () => {
  const lines = await handedOver(
    ...['--learner', 's17-portfolio-beside-the-degree', '--register-part', 'biomedical-scientist'],
    ...['--first', '2014-09', '--institution', 'westminster', '--institution', 'ibms'],
  );
  expect(lines[0]).toBe('Your route to Biomedical scientist: 12 months, registered September 2015');
  expect(upToHangs(lines)).toEqual(shown('biomedical-scientist'));
  expect(section(lines, 'Step 1: IBMS registration training portfolio').join(' ')).toMatch(
    /may run beside other study/,
  );
  expect(section(lines, 'In all')[0]).toBe('You pay £7,600 of £7,600.');
});

test('a route is drawn into a file only where there is one', async () => {
  const file = fileURLToPath(new URL('./no-such-folder/route.svg', import.meta.url));
  const err: string[] = [];
  const args = ['routes', '--learner', 's15-steps', '--register-part', 'nurse-adult', '--first', '2014-09'];
  const io = { out: () => {}, err: (line: string) => err.push(line), env: {}, now: () => '2026-09-01' };
  const status = await run([...args, '--institution', 'middlesex', '--svg', file], {
    ...io,
    untilStopped: () => Promise.resolve(),
  });
  expect([status, err.join()]).toEqual([2, expect.stringMatching(/cannot be written/)]);
});
