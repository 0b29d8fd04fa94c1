// SPDX-License-Identifier: Apache-2.0
// Where it is felt: a body seen from behind, and the list beside it that says and does the same.
import regions from "../diary/regions.json";
import { type Key, say } from "../words/say";
import { bodyOutline } from "./body_outline";
import { Chip } from "./choices";

interface Region {
  readonly id: string;
  readonly x: number | null;
  readonly y: number | null;
}

type Placed = { readonly id: string; readonly x: number; readonly y: number };
const placed = (regions as readonly Region[]).filter((each): each is Placed => each.x !== null);

export const regionName = (id: string): string => say(`region.${id}` as Key);

const box = { left: -300, top: -1090, width: 600, height: 1080 };
/** Farther than this from every region, a touch means none (mm). */
const reach = 110;

function nearest(x: number, y: number): string | null {
  const away = ({ x: rx, y: ry }: Placed): number => Math.hypot(x - rx, y - ry);
  const best = placed.reduce((a, b) => (away(b) < away(a) ? b : a));
  return away(best) <= reach ? best.id : null;
}

interface PictureProps {
  /** How strongly each region shines, 0 to 1. */
  readonly light: ReadonlyMap<string, number>;
  readonly touch?: (region: string) => void;
}

/** For eyes and fingers only: whoever listens has the list. */
export function BodyPicture({ light, touch }: PictureProps) {
  const press = (event: MouseEvent): void => {
    const { left, top, width, height } = (event.currentTarget as SVGElement).getBoundingClientRect();
    const region = nearest(box.left + ((event.clientX - left) / width) * box.width, box.top + ((event.clientY - top) / height) * box.height);
    if (region !== null) touch?.(region);
  };
  return (
    <svg class="body-picture" viewBox={`${box.left} ${box.top} ${box.width} ${box.height}`} aria-hidden="true" onClick={touch && press}>
      <defs>
        <radialGradient id="mark">
          <stop offset="0" class="mark-inner" />
          <stop offset="1" class="mark-outer" />
        </radialGradient>
      </defs>
      <path d={bodyOutline} />
      {placed.map(({ id, x, y }) => {
        const strength = light.get(id) ?? 0;
        if (strength > 0) return <circle key={id} cx={x} cy={y} r={90} fill="url(#mark)" opacity={0.35 + 0.65 * strength} />;
        return touch ? <circle key={id} class="place" cx={x} cy={y} r={9} /> : null;
      })}
    </svg>
  );
}

interface WhereProps {
  readonly chosen: readonly string[];
  readonly choose: (regions: string[]) => void;
}

export function WhereField({ chosen, choose }: WhereProps) {
  const turn = (id: string): void => choose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <div class="felt-where">
      <BodyPicture light={new Map(chosen.map((id) => [id, 1]))} touch={turn} />
      <div class="chips" role="group" aria-labelledby="where">
        {regions.map(({ id }) => <Chip key={id} on={chosen.includes(id)} label={regionName(id)} press={() => turn(id)} />)}
      </div>
    </div>
  );
}
