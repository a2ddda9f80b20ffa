import { encodePng, type Colour } from './png.ts';

const SKINS: readonly Colour[] = [
  [240, 140, 30],
  [205, 45, 50],
  [245, 205, 60],
  [120, 175, 70],
  [130, 60, 120],
  [235, 110, 80],
];
const LEAF: Colour = [60, 130, 60];
const WOOD: Colour = [190, 150, 105];
const GRAIN: Colour = [175, 135, 92];

function background(variant: number): Colour {
  return [232 + (variant % 3) * 6, 236 + (variant % 2) * 8, 228 + (variant % 5) * 4];
}

/** A crate of round fruit as PNG, 160 × 120 points; sixty looks. */
export function drawFruit(variant: number): Buffer {
  const skin = SKINS[variant % SKINS.length] ?? LEAF;
  const columns = 3 + (variant % 4);
  const cell = 160 / columns;
  const radius = cell * 0.4;
  return encodePng(160, 120, (x, y) => {
    if (y > 100) return y % 7 === 0 ? GRAIN : WOOD;
    const dx = (x % cell) - cell / 2;
    const dy = ((y + (variant % 5) * 3) % cell) - cell / 2;
    if (dy < -radius * 0.8 && Math.abs(dx - 2) < 3) return LEAF;
    if (dx * dx + dy * dy > radius * radius) return background(variant);
    const light = Math.max(0, -dx - dy) * 1.5;
    return [Math.min(255, skin[0] + light), Math.min(255, skin[1] + light), Math.min(255, skin[2] + light)];
  });
}

/** A smiling face as PNG, 96 × 96 points, for emotions. */
export function drawFace(variant: number): Buffer {
  const skin = SKINS[(variant + 2) % SKINS.length] ?? LEAF;
  return encodePng(96, 96, (x, y) => {
    const [dx, dy] = [x - 48, y - 48];
    const distance = Math.hypot(dx, dy);
    const eye = Math.hypot(Math.abs(dx) - 14, dy + 10) < 5;
    const mouth = dy > 6 && Math.abs(distance - 26 + (variant % 4)) < 2;
    if (eye || mouth) return [40, 40, 40];
    return distance < 42 ? skin : [255, 255, 255];
  });
}
