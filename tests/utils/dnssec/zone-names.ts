/** Names of zones made for a test: lower case, without final dot; `.` for the root. */

/** The name and those above it, down from the zone. */
export function ancestors(name: string, zone: string): string[] {
  if (name === zone) return [name];
  const above = name.includes('.') ? name.slice(name.indexOf('.') + 1) : '.';
  return [name, ...ancestors(above, zone)];
}

function isWithin(name: string, zone: string): boolean {
  return zone === '.' || name === zone || name.endsWith(`.${zone}`);
}

export function zoneOf<T extends { readonly name: string }>(name: string, zones: readonly T[]): T {
  const above = zones.filter((zone) => isWithin(name, zone.name));
  return above.reduce((best, zone) =>
    zone.name.length > best.name.length || best.name === '.' ? zone : best,
  );
}

export function zoneAbove<T extends { readonly name: string }>(name: string, zones: readonly T[]): T {
  return zoneOf(
    name,
    zones.filter((zone) => zone.name !== name),
  );
}

/** One label longer. */
export function isOneBelow(name: string, encloser: string): boolean {
  const labels = (text: string): number => text.split('.').filter(Boolean).length;
  return labels(name) === labels(encloser) + 1;
}

/** A name off the wire, uncompressed. */
export function textOf(wire: Uint8Array): string {
  const labels: string[] = [];
  for (let at = 0; wire[at]! > 0; at += 1 + wire[at]!) {
    labels.push(Buffer.from(wire.subarray(at + 1, at + 1 + wire[at]!)).toString());
  }
  return labels.join('.');
}
