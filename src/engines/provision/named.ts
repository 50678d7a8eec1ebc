import type { CourseRelease, CourseReleases } from '../../domain/course-release.js';
import type { Named } from '../../domain/credit-into.js';
import type { Id } from '../../domain/fact.js';
import type { ReleaseHead } from '../../domain/provision-change.js';
import type { Catalogue } from '../../graph/catalogue.js';

export const headOf = ({ id, source, terms }: CourseRelease): ReleaseHead => ({
  ...{ id, document: source.document, url: source.url ?? null, date: source.date ?? null, terms },
});

/** A register part by its name in the catalogue; a profession that is none of those, as the releases name it. */
export const partNamed = (catalogue: Catalogue, { releases }: CourseReleases, part: Id): Named => ({
  id: part,
  title:
    catalogue.registerParts.get(part)?.name ??
    releases.flatMap(({ accredited }) => accredited).find((row) => row.part === part)?.name ??
    part,
});

export const regionNamed = ({ regions }: Catalogue, id: Id): Named => ({ id, title: regions.get(id)?.name ?? id });

/** Whose register it is: as a release of these says, the first that does, else as the catalogue does. */
export const regulatorOf = ({ registerParts }: Catalogue, releases: readonly CourseRelease[], part: Id): string =>
  releases.flatMap(({ accredited }) => accredited).find((row) => row.part === part)?.regulator ??
  registerParts.get(part)?.regulator ??
  '';
