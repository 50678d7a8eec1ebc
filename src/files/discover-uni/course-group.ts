import type { Id } from '../../domain/fact.js';
import type { Institution } from '../../domain/provision.js';
import { awardOf, type CourseAward } from './award.js';
import type { Entry } from './ledger.js';
import { type CoursePlace, placesOf } from './place.js';
import type { Course, Release } from './release.js';
import { type DeliveryRow, deliveryRow, idPart, type ProgrammeRow, programmeRow } from './rows.js';
import { type CourseFact, courseKey, type DescribedCourse, type Part, type Tables } from './tables.js';

/** The rows that a release gives, and what became of each of its course rows. */
export interface Conversion {
  programmes: ProgrammeRow[];
  deliveries: DeliveryRow[];
  ledger: Entry[];
}

const SUFFIX: Record<string, string> = { 'full-time': 'ft', 'part-time': 'pt' };

/** A course in all the modes in which it is accredited for a register part: one programme, a delivery for each mode and place. */
export class CourseGroup {
  readonly #first: Course;
  readonly #key: string;
  readonly #country: string;
  readonly #parts: Part[];
  /** Why a part that the release names is not promised, by part. */
  readonly #withheld: ReadonlyMap<Id, string>;
  readonly #title: string;
  readonly #titleMade: boolean;
  readonly #award: CourseAward;

  constructor(
    readonly courses: readonly Course[],
    readonly institution: Institution,
    readonly release: Release,
    readonly tables: Tables,
  ) {
    this.#first = courses[0] as Course;
    this.#key = courseKey(this.#first.publishedBy, this.#first.id);
    this.#country = release.countries.get(this.#first.publishedBy) || institution.country;
    const types = [...new Set(courses.flatMap(({ accreditations }) => accreditations.map(({ type }) => type)))].sort();
    this.#parts = types.flatMap((type) => tables.parts.get(type) ?? []);
    this.#withheld = new Map(types.flatMap((type) => this.#doubtOf(type)));
    const known = this.#first.detail?.title || tables.titles.get(this.#key);
    this.#titleMade = !known;
    this.#title = known || this.#madeTitle();
    this.#award = awardOf({
      title: this.#title,
      parts: this.#parts.map(({ id }) => id),
      country: this.#country,
      detail: courses.find((course) => course.detail?.stages !== undefined)?.detail ?? this.#first.detail,
      judged: tables.awards.get(this.#key),
    });
  }

  /** The part of an accreditation that nobody may promise, with the reason; nothing where one may. */
  #doubtOf(type: string): [Id, string][] {
    const part = this.tables.parts.get(type)?.id;
    if (part === undefined) return [];
    const rows = this.courses.map(({ accreditations }) => accreditations.find((row) => row.type === type));
    const doubt = this.tables.doubts.get(`${this.#key}/${part}`);
    if (rows.some((row) => row?.depends)) return [[part, 'it depends on what the student chooses']];
    if (rows.some((row) => !row)) return [[part, 'only one mode of the course is accredited']];
    return doubt === undefined ? [] : [[part, `the release is doubted: ${doubt}`]];
  }

  #madeTitle(): string {
    const year = this.tables.awards.get(this.#key)?.foundationYear ? ' with a foundation year' : '';
    return this.#parts.map(({ subject }) => subject).join(' and ') + year;
  }

  /** Adds the rows of this course, with ids that are not yet taken. */
  into({ programmes, deliveries, ledger }: Conversion, taken: Set<Id>): void {
    const id = this.#freeId(taken);
    const curated = this.tables.curated.get(this.#key);
    const written = this.courses.filter((course) => !this.#describedAs(course));
    for (const course of this.courses) if (!written.includes(course)) ledger.push(this.#leftOut(course));
    if (curated === undefined && written.length > 0) programmes.push(this.#programme(id));
    for (const course of written) {
      const places = placesOf(course, this.institution, this.release, this.tables);
      const fact = this.tables.facts.get(`${this.#key}/${course.mode}`);
      for (const at of places) {
        const suffix = places.length > 1 ? `-${idPart(at.suffix)}` : '';
        deliveries.push(
          deliveryRow(`${id}-${SUFFIX[course.mode]}${suffix}`, curated ?? id, course, this.#award, at, fact),
        );
      }
      const notes = this.#notes(course, places, fact);
      const additions = [
        ...(this.#titleMade && curated === undefined ? ['title made from the accreditation'] : []),
        ...(fact ? ['completed from what the provider publishes'] : []),
        ...(curated === undefined ? [] : ['delivery alone: the programme is described in detail elsewhere']),
      ];
      ledger.push(this.#entry(course, notes.length > 0 ? 'changed' : 'taken', notes, additions));
    }
  }

  #describedAs({ mode }: Course): DescribedCourse | undefined {
    return this.tables.described.get(`${this.#key}/${mode}`);
  }

  /** The account of a course that stands in the catalogue already: written once more, it would be offered twice. */
  #leftOut(course: Course): Entry {
    const { deliveries, judged } = this.#describedAs(course)!;
    return this.#entry(course, 'left out', [
      `described in detail elsewhere in the dataset, as ${deliveries.join(', ')} (${judged})`,
    ]);
  }

  #entry(course: Course, outcome: Entry['outcome'], notes: string[], additions: string[] = []): Entry {
    const parts = this.#parts.map((part) => part.id);
    return { course, outcome, notes, additions, parts, country: this.#country };
  }

  /** What of a course row does not stand in its rows as it stands in the release. */
  #notes(course: Course, places: readonly CoursePlace[], fact: CourseFact | undefined): string[] {
    const distance = course.detail?.distance || fact?.distance;
    return [
      ...[...this.#withheld].map(([part, reason]) => `not promised, ${reason}: ${part}`),
      ...places.flatMap(({ note, trouble }) => (note === undefined || distance ? [] : [note]).concat(trouble ?? [])),
      ...(course.locations.includes('') && course.locations.length > 1
        ? ['an unnamed place beside named ones was dropped']
        : []),
    ];
  }

  /** Codes may differ only in what an id cannot hold, and two providers may report the same course of a third. */
  #freeId(taken: Set<Id>): Id {
    const id = `du-${this.#first.publishedBy}-${idPart(this.#first.id)}`;
    const free = taken.has(id) ? `${id}-${this.#first.reportedBy}` : id;
    taken.add(free);
    return free;
  }

  #programme(id: Id): ProgrammeRow {
    const promised = this.#parts.map((part) => part.id).filter((part) => !this.#withheld.has(part));
    const remarks = [...this.#withheld].map(
      ([part, reason]) => `Accredited for ${part}, which is not promised: ${reason}.`,
    );
    if (this.#award.foundationYear) remarks.push('The first stage is a foundation year.');
    if (promised.length > 1)
      remarks.push('Accredited for several parts: some such courses lead each student to one of them.');
    return programmeRow(
      { id, title: this.#title, institution: this.institution.id },
      this.#award,
      promised,
      [this.#first.id, ...[...this.#withheld.keys()].map((part) => `unpromised:${part}`)],
      { titleMade: this.#titleMade, remark: remarks.join(' ') },
    );
  }
}
