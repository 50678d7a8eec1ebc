import type * as domain from '../../domain/route.js';
import { mermaidOf } from '../../files/draw/mermaid.js';
import { svgOf } from '../../files/draw/svg.js';
import { FieldResolver, Resolver, Root } from '../decorators.js';
import { Route } from '../types/route.js';

/** A route as drawings. */
@Resolver(() => Route)
export class RouteDrawings {
  @FieldResolver(() => String, { description: 'The route as a Mermaid Gantt chart.' })
  mermaid(@Root() route: domain.Route): string {
    return mermaidOf(route);
  }

  @FieldResolver(() => String, {
    description: 'The route as an SVG picture that needs nothing else, with a title and a description.',
  })
  svg(@Root() route: domain.Route): string {
    return svgOf(route);
  }
}
