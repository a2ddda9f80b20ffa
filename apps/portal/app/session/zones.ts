/** Zones offered first: where the product's companies are. */
const NEAR = [
  'Asia/Shanghai',
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Europe/London',
  'America/New_York',
];

/** Zones to choose from, the near ones first. */
export function zoneOptions(): { value: string; label: string }[] {
  const all = Intl.supportedValuesOf('timeZone').filter((zone) => !NEAR.includes(zone));
  return [...NEAR, ...all].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
