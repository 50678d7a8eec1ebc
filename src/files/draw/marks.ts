/** A text as it may stand in SVG, in an element or an attribute; signs that XML cannot hold are left out. */
export const escaped = (words: string): string =>
  words
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** A length with at most one digit after the point, so that the same route gives the same picture everywhere. */
export const rounded = (length: number): string => String(Math.round(length * 10) / 10);

/** How a line is written: size in units, colour, weight, and where `x` is. */
export interface Hand {
  size: number;
  fill: string;
  bold?: boolean;
  anchor?: 'end';
}

/** A line of writing; `x` is where it begins, or ends with `anchor`. */
export const text = (x: number, y: number, words: string, { size, fill, bold, anchor }: Hand): string =>
  `<text x="${rounded(x)}" y="${rounded(y)}" font-size="${size}"${bold ? ' font-weight="bold"' : ''} fill="${fill}"${anchor ? ` text-anchor="${anchor}"` : ''}>${escaped(words)}</text>`;

/** Words in lines of at most so many characters; a word that is longer is broken. */
export function linesOf(words: string, most: number): string[] {
  const pieces = words
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) =>
      Array.from({ length: Math.ceil(word.length / most) }, (_, i) => word.slice(i * most, (i + 1) * most)),
    );
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + piece.length <= most) lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  return lines;
}

/** An id for the parts of one picture, so that several can stand on one page: the same for the same words (FNV-1a). */
export function idFor(words: string): string {
  let hash = 0x811c9dc5;
  for (const sign of words) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193) >>> 0;
  return `route-${hash.toString(36)}`;
}
