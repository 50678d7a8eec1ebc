import type { Rows } from '../domain/catalogue.js';
import { ALTERNATIVE, type Draw } from './walk-types.js';

/**
 * What covers what, and which award progresses to which programme. A mapping is drawn between its modules only: there
 * may be a million, and what joins the row itself to its modules is read from these edges and from the row (`walk`).
 */
export function drawRecognition(rows: Rows, draw: Draw): void {
  for (const { id, sources, choose, targets } of rows.mappings) {
    const detail = choose !== undefined && choose < sources.length ? ALTERNATIVE : undefined;
    for (const source of new Set(sources))
      for (const target of new Set(targets)) draw(source, 'covers', target, id, detail);
  }
  for (const { id, award, programme, stage } of rows.agreements) {
    draw(id, 'requires', award, id);
    draw(id, 'progresses to', programme, id, { stage });
    draw(award, 'progresses to', programme, id, { stage });
  }
  for (const { id, targets, programmes } of rows.experienceMappings) {
    for (const target of new Set(targets)) draw(id, 'covers', target, id);
    // Hours alone cover no module but a part of the programme; beside targets, programmes say where the row counts.
    for (const programme of new Set(programmes)) draw(id, targets?.length ? 'requires' : 'covers', programme, id);
  }
}
