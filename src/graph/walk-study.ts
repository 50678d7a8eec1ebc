import type { Rows } from '../domain/catalogue.js';
import type { Id } from '../domain/fact.js';
import type { Place } from '../domain/place.js';
import type { Delivery, Module, Prerequisite, Programme, SingleOffer } from '../domain/provision.js';
import type { Validity } from '../domain/time.js';
import { ALTERNATIVE, type Draw, type EdgeDetail } from './walk-types.js';

/** What is studied where, as part of what, and to which end. */
export function drawStudy(rows: Rows, draw: Draw): void {
  const institutionPlace = new Map(rows.institutions.map(({ id, place }) => [id, place]));
  for (const { id, place } of rows.institutions) drawRegion(id, place, id, draw);
  for (const module of rows.modules) {
    draw(module.id, 'taught by', module.institution, module.id);
    drawPrerequisites(module, draw);
    for (const offer of module.offers ?? []) {
      draw(offer.id, 'part of', module.id, offer.id);
      drawDeliveryRegion(offer, institutionPlace.get(module.institution), module.institution, draw);
    }
  }
  for (const programme of rows.programmes) drawProgramme(programme, draw);
  const institutionOf = new Map([...rows.programmes, ...rows.modules].map(({ id, institution }) => [id, institution]));
  for (const delivery of rows.deliveries) {
    draw(delivery.id, 'part of', delivery.programme, delivery.id);
    const institution = institutionOf.get(delivery.programme) ?? delivery.programme;
    drawDeliveryRegion(delivery, institutionPlace.get(institution), institution, draw);
    for (const support of new Set(delivery.support)) draw(delivery.id, 'requires', support, delivery.id, ALTERNATIVE);
    const pools = new Set(delivery.entryPoints.flatMap(({ pool }) => pool ?? []));
    for (const pool of pools) draw(pool, 'limits', delivery.id, delivery.id);
  }
  for (const { id, within } of rows.pools) if (within) draw(id, 'part of', within, id);
  for (const { id, sets } of rows.registerParts)
    for (const { programmes, from, to } of sets ?? [])
      for (const programme of new Set(programmes))
        draw(programme, 'leads to', id, id, {
          ...(programmes.length > 1 && { together: programmes.filter((other) => other !== programme) }),
          ...validity({ from, to }),
        });
  for (const { id, region } of rows.cohorts) draw(id, 'in region', region, id);
}

function drawProgramme(programme: Programme, draw: Draw): void {
  const { id, award, leadsTo, stages } = programme;
  draw(id, 'taught by', programme.institution, id);
  draw(id, 'leads to', award, id);
  for (const part of new Set(leadsTo)) draw(id, 'leads to', part, id);
  stages.forEach(({ core, groups, exitAward }, index) => {
    const stage = index + 1;
    if (exitAward) draw(id, 'leads to', exitAward, id, { stage });
    for (const entry of core ?? []) {
      if (typeof entry === 'string') draw(entry, 'part of', id, id, { stage });
      else draw(entry.module, 'part of', id, id, { stage, ...validity(entry) });
    }
    for (const { id: group, members, from, to } of groups ?? [])
      for (const member of members) {
        const detail: EdgeDetail = { stage, group, ...validity({ from, to }) };
        if (typeof member === 'string') draw(member, 'part of', id, id, detail);
        else for (const module of member.modules) draw(module, 'part of', id, id, { ...detail, bundle: member.bundle });
      }
  });
}

function drawPrerequisites(module: Module, draw: Draw): void {
  const visit = (needed: Prerequisite, alternative: boolean): void => {
    if (typeof needed === 'string')
      draw(module.id, 'requires', needed, module.id, alternative ? ALTERNATIVE : undefined);
    else if ('all' in needed) for (const each of needed.all) visit(each, alternative);
    else for (const each of needed.any) visit(each, alternative || needed.any.length > 1);
  };
  if (module.prerequisites !== undefined) visit(module.prerequisites, false);
}

/** A delivery is where it says; where it says nothing and is not at a distance, it is where its institution is. */
function drawDeliveryRegion(
  delivery: Delivery | SingleOffer,
  institutionPlace: Place | undefined,
  institution: Id,
  draw: Draw,
): void {
  if (delivery.place) drawRegion(delivery.id, delivery.place, delivery.id, draw);
  else if (!delivery.distance) drawRegion(delivery.id, institutionPlace, institution, draw);
}

function drawRegion(from: Id, place: Place | undefined, by: Id, draw: Draw): void {
  if (place?.region) draw(from, 'in region', place.region, by);
}

/** The dates of a part of a row, where it gives any. */
function validity({ from, to }: { from?: string | undefined; to?: string | undefined }): { valid?: Validity } {
  if (from === undefined && to === undefined) return {};
  return { valid: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) } };
}
