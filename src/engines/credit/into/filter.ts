import type { IntoFilter } from '../../../domain/credit-into.js';
import type { Id } from '../../../domain/fact.js';
import type { AwardForm } from '../../../graph/awards.js';
import type { Catalogue } from '../../../graph/catalogue.js';

/** Whether an award is asked about, what it carries left aside. One whose modules are not known belongs to no institution or region. */
export function asksAward(
  catalogue: Catalogue,
  { institutions, regions, kinds }: IntoFilter,
  form: AwardForm,
): boolean {
  const { programme, qualification } = form;
  const kind = catalogue.qualifications.get(qualification)?.kind;
  return (
    (!kinds || (kind !== undefined && kinds.includes(kind))) &&
    (!institutions || (programme !== undefined && institutions.includes(programme.institution))) &&
    (!regions || (programme !== undefined && isStudiedIn(catalogue, programme.id, regions)))
  );
}

/** Whether a module is asked about: by who teaches it, and where it or a programme that holds it is studied. */
export function asksModule(catalogue: Catalogue, { institutions, regions }: IntoFilter, id: Id): boolean {
  const institution = catalogue.modules.get(id)?.institution;
  return (
    (!institutions || (institution !== undefined && institutions.includes(institution))) &&
    (!regions ||
      isOf(catalogue, institution, regions) ||
      (catalogue.programmesOfModule.get(id) ?? []).some((programme) => isStudiedIn(catalogue, programme, regions)))
  );
}

/** By where it is delivered, at distance everywhere; by its institution's place where no delivery is known. */
function isStudiedIn(catalogue: Catalogue, id: Id, regions: readonly Id[]): boolean {
  const institution = catalogue.programmes.get(id)?.institution;
  const deliveries = catalogue.deliveriesOf.get(id) ?? [];
  if (deliveries.length === 0) return isOf(catalogue, institution, regions);
  return deliveries.some(
    ({ distance, place }) =>
      distance ||
      (place?.region === undefined ? isOf(catalogue, institution, regions) : regions.includes(place.region)),
  );
}

const isOf = ({ institutions }: Catalogue, institution: Id | undefined, regions: readonly Id[]): boolean =>
  regions.includes(institutions.get(institution ?? '')?.place?.region ?? '');
