import { provisionChange } from '../../engines/provision/change.js';
import { provisionOf } from '../../engines/provision/provision.js';
import type { Context, Service } from '../context.js';
import { Args, Ctx, Extensions, Query, Resolver } from '../decorators.js';
import { emptyPage, pageOf, pageProblems } from '../paging.js';
import { ProvisionAnswer } from '../types/provision.js';
import { ProvisionChangeAnswer } from '../types/provision-change.js';
import { ProvisionArgs, ProvisionChangeArgs } from '../types/provision-input.js';
import { Asking } from './asking.js';
import { badCursor } from './credit.js';
import { given } from './given.js';

@Resolver()
export class ProvisionQueries {
  @Extensions({ cost: 500 })
  @Query(() => ProvisionAnswer, {
    description: 'Which register parts are run in which regions, and how. "None known" is not "none".',
  })
  provision(@Args(() => ProvisionArgs) args: ProvisionArgs, @Ctx() { service }: Context): ProvisionAnswer {
    return askProvision(service, args);
  }

  @Extensions({ cost: 500 })
  @Query(() => ProvisionChangeAnswer, {
    description: 'Which regulated provision was lost, gained and kept between two releases, like with like.',
  })
  provisionChange(
    @Args(() => ProvisionChangeArgs) args: ProvisionChangeArgs,
    @Ctx() { service }: Context,
  ): ProvisionChangeAnswer {
    return askProvisionChange(service, args);
  }
}

function askProvision(service: Service, args: ProvisionArgs): ProvisionAnswer {
  const asking = new Asking(service, args.asOf);
  asking.settle();
  const { release, registerParts, regions } = given(args);
  if (release !== undefined) asking.one(release, 'release', 'a release', releasesOf(service));
  tellOfPlaces(service, asking, { registerParts, regions });
  if (asking.problems.length > 0) return { provision: null, problems: asking.problems };
  const question = { ...given({ release, registerParts, regions }), month: asking.asOf };
  return { provision: provisionOf(service.catalogue, service.releases, question), problems: [] };
}

function askProvisionChange(service: Service, args: ProvisionChangeArgs): ProvisionChangeAnswer {
  const asking = new Asking(service, undefined);
  asking.malformed.problems.push(...pageProblems(args, service.limits.page));
  asking.settle();
  const { from, to, modes, registerParts, nations, regions } = given(args);
  const known = [
    asking.one(from, 'from', 'a release', releasesOf(service)),
    asking.one(to, 'to', 'a release', releasesOf(service)),
  ];
  if (known.every(Boolean) && from >= to)
    asking.unknown.tell(
      'WRONG_ORDER',
      'to',
      'the release to compare with is not later than the first one: name the earlier release with `from`, the later one with `to`.',
    );
  tellOfPlaces(service, asking, { registerParts, regions });
  if (asking.problems.length > 0) return { ...emptyPage(), change: null, problems: asking.problems };
  const question = { from, to, ...given({ modes, registerParts, nations, regions }) };
  const { pairs, ...change } = provisionChange(service.catalogue, service.releases, question);
  const page = pageOf(pairs, ({ provider, registerPart, mode }) => `${provider}/${registerPart.id}/${mode}`, args);
  if (!page) throw badCursor();
  return { ...page, change, problems: [] };
}

const releasesOf = ({ releases }: Service): ReadonlyMap<string, unknown> =>
  new Map(releases.releases.map((release) => [release.id, release]));

/** Notes register parts and regions that nobody knows; professions that only a release names are known too. */
function tellOfPlaces(
  { catalogue, releases }: Service,
  asking: Asking,
  { registerParts, regions }: { registerParts?: string[] | undefined; regions?: string[] | undefined },
): void {
  const named = releases.releases.flatMap(({ courses }) =>
    courses.flatMap(({ accreditations }) => accreditations.map(({ part }) => part)),
  );
  const parts = new Map<string, unknown>([...catalogue.registerParts.keys(), ...named].map((part) => [part, part]));
  asking.each(registerParts, 'registerParts', 'a register part', parts);
  asking.each(regions, 'regions', 'a region', catalogue.regions);
}
