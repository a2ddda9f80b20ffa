import type { ReactNode } from 'react';

const WIDTH = 320;
const HEIGHT = 112;

/** Numbers from 0 to 1 that follow from a place: the same place is always drawn alike. */
function numbersOf(latitude: number, longitude: number): () => number {
  let state = (Math.round((latitude + 90) * 1e4) * 31 + Math.round((longitude + 180) * 1e4)) >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39) >>> 0;
    return state / 2 ** 32;
  };
}

/** Streets, a park and a river that no map knows, and the needle in the middle: says "place" without asking anybody. */
export function MapSketch({ latitude, longitude }: { latitude: number; longitude: number }): ReactNode {
  const next = numbersOf(latitude, longitude);
  const across = [0.24, 0.55, 0.84].map((share) => HEIGHT * (share + (next() - 0.5) * 0.16));
  const along = [0.1, 0.31, 0.5, 0.7, 0.9].map((share) => WIDTH * (share + (next() - 0.5) * 0.1));
  const lean = (next() - 0.5) * 28;
  const park = { x: WIDTH * (0.08 + next() * 0.5), y: HEIGHT * (0.1 + next() * 0.4) };
  const river = HEIGHT * (0.3 + next() * 0.5);
  const [x, y] = [WIDTH / 2, HEIGHT / 2 + 6];
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMidYMid slice"
      className="block h-28 w-full bg-surface-2"
    >
      <rect x={park.x} y={park.y} width={62} height={34} rx={4} className="fill-healthy/15" />
      <path
        d={`M-10 ${river} C ${WIDTH * 0.3} ${river - 34}, ${WIDTH * 0.6} ${river + 38}, ${WIDTH + 10} ${river - 8}`}
        className="fill-none stroke-waiting/25"
        strokeWidth={11}
      />
      <g className="stroke-surface" strokeWidth={5}>
        {across.map((at, index) => (
          <line key={`across-${index}`} x1={-4} y1={at} x2={WIDTH + 4} y2={at + lean / 3} />
        ))}
        {along.map((at, index) => (
          <line key={`along-${index}`} x1={at} y1={-4} x2={at + lean} y2={HEIGHT + 4} />
        ))}
      </g>
      <g className="stroke-line" strokeWidth={0.75}>
        {across.map((at, index) => (
          <line key={`middle-${index}`} x1={-4} y1={at} x2={WIDTH + 4} y2={at + lean / 3} />
        ))}
      </g>
      <ellipse cx={x} cy={y + 1} rx={7} ry={2.4} className="fill-ink/20" />
      <path
        d={`M${x} ${y} c -8 -11 -11 -15 -11 -21 a 11 11 0 1 1 22 0 c 0 6 -3 10 -11 21 z`}
        className="fill-loss stroke-surface"
        strokeWidth={1.5}
      />
      <circle cx={x} cy={y - 21} r={4} className="fill-surface" />
    </svg>
  );
}
