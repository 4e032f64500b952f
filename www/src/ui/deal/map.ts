import { geoEqualEarth, geoGraticule10, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { feature } from 'topojson-client';
import { points, world, type Point } from 'virtual:redzone-atlas';
import { placeName, say } from '../../text/text';
import { shown } from '../shown';
import type { Stop } from './stops';
import { TAGS } from './trace';

/** The map's size in its own units, and a smaller one for narrow screens, on which the marks would else be too small to read. */
const SIZE = [800, 400] as const;
const NARROW = [400, 300] as const;
const MARGIN = 40;
/** A route within one country is still shown with those around it: units a radian, some five times the whole world's. */
const CLOSEST = 800;
const countries = feature(world, world.objects.countries);

/** A place on the map, and the numbers of the stops that are there. */
interface Mark { at: Point; numbers: number[]; level: string }

/** The route on a map, and beside it the same as a table: what is not drawn is said there. */
export function routeMap(stops: Stop[]): TemplateResult | typeof nothing {
  if (stops.length === 0) return nothing;
  const marks = marksOf(stops);
  return html`<h2 id="deal-map" tabindex="-1">${say('deal-map')}</h2>
    <figure class="map">
      ${marks.length > 0 ? drawn(stops, marks) : nothing}
      <div class="scroll" tabindex="0" role="group" aria-labelledby="deal-map"><table>
        <thead><tr>${['stop', 'place', 'rule'].map((head) => html`<th scope="col">${say(`deal-map-${head}`)}</th>`)}</tr></thead>
        <tbody>${stops.map((stop, at) => html`<tr><td>${at + 1}. ${say(`deal-map-${stop.role}`)}</td><th scope="row">${stop.code ? placeName(stop.code) : shown(stop.text)}${pointOf(stop) ? nothing : html` <span class="quiet">${say('deal-map-absent')}</span>`}</th>
          <td>${stop.level ? html`<span class="tag ${TAGS[stop.level] ?? ''}">${say(`level-${stop.level}`)}</span>` : html`<span class="quiet">${say('deal-map-none')}</span>`}</td></tr>`)}</tbody>
      </table></div>
      <figcaption class="small quiet">${say('deal-map-note')}</figcaption>
    </figure>`;
}

/** Where a stop is drawn. A region without a point of its own is not drawn in its country's place: the rules tell the two apart. */
const pointOf = ({ code }: Stop): Point | undefined => points[code];

function marksOf(stops: Stop[]): Mark[] {
  const marks = new Map<Point, Mark>();
  stops.forEach((stop, place) => {
    const at = pointOf(stop);
    if (!at) return;
    const mark = marks.get(at) ?? { at, numbers: [], level: stop.level };
    mark.numbers.push(place + 1);
    marks.set(at, mark);
  });
  return [...marks.values()];
}

function drawn(stops: Stop[], marks: Mark[]): TemplateResult {
  const [width, height] = matchMedia('(max-width: 40rem)').matches ? NARROW : SIZE;
  const way = marks.map(({ at }) => at);
  const route: GeoPermissibleObjects = { type: 'LineString', coordinates: stops.flatMap((stop) => { const at = pointOf(stop); return at ? [at] : []; }) };
  // The middle of the route is the middle of the map, so that a way over the Pacific is not torn in two.
  const [sumX, sumY] = way.reduce(([x, y], [longitude]) => [x + Math.cos((longitude * Math.PI) / 180), y + Math.sin((longitude * Math.PI) / 180)], [0, 0]);
  const projection = geoEqualEarth().rotate([(-Math.atan2(sumY, sumX) * 180) / Math.PI, 0]);
  projection.fitExtent([[MARGIN, MARGIN], [width - MARGIN, height - MARGIN]], route);
  if (projection.scale() > CLOSEST || way.length < 2) {
    const [x = 0, y = 0] = projection.scale(CLOSEST).translate([0, 0])(middleOf(way)) ?? [];
    projection.translate([width / 2 - x, height / 2 - y]);
  }
  projection.clipExtent([[0, 0], [width, height]]);
  const path = geoPath(projection);
  const legs = stops.slice(1).map((stop, place): [Stop, Stop] => [stops[place] as Stop, stop]);
  return html`<svg class="world" role="img" aria-label=${say('deal-map-says', { stops: stops.map((stop, place) => `${place + 1} ${stop.code ? placeName(stop.code) : stop.text}`).join(', ') })} viewBox="0 0 ${width} ${height}">
    <path class="grid" d=${path(geoGraticule10()) ?? ''}></path>
    <path class="land" d=${path(countries) ?? ''}></path>
    ${legs.map(([from, to]) => leg(path, from, to))}
    ${marks.map((mark) => marked(projection(mark.at), mark))}
  </svg>`;
}

const middleOf = (way: Point[]): Point => way.reduce<Point>(([x, y], [longitude, latitude]) => [x + longitude / way.length, y + latitude / way.length], [0, 0]);

/** The shortest line over the globe; none where an end is not drawn. */
function leg(path: ReturnType<typeof geoPath>, from: Stop, to: Stop): SVGTemplateResult | typeof nothing {
  const [start, end] = [pointOf(from), pointOf(to)];
  if (!start || !end || start === end) return nothing;
  return svg`<path class="leg ${from.level || to.level ? 'ruled' : ''}" d=${path({ type: 'LineString', coordinates: [start, end] }) ?? ''}></path>`;
}

/** A mark says by its form too whether rules speak of the place: a square where they do, else a circle. */
function marked(place: Point | null, { numbers, level }: Mark): SVGTemplateResult | typeof nothing {
  if (!place) return nothing;
  const text = numbers.join(', ');
  const half = 11 + (text.length - 1) * 3.5;
  return svg`<g class=${level ? 'ruled' : ''} transform="translate(${place[0]} ${place[1]})">
    <rect x=${-half} y="-11" width=${2 * half} height="22" rx=${level ? 0 : 11}></rect><text y="5" text-anchor="middle">${text}</text></g>`;
}
