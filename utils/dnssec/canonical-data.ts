/** RDATA in the form that is signed: names in it expanded and in lower case (RFC 4034 §6.2). */

/** How many octets in front of the names, and behind them, are no name. */
interface NamePlace {
  readonly before: number;
  readonly after: number;
}

/**
 * The types of RFC 4034 §6.2 whose names are lower-cased, as far as anybody still has them; without NSEC,
 * which RFC 6840 §5.1 took off the list, and NAPTR, which nothing here asks for.
 */
const NAME_PLACES: ReadonlyMap<number, NamePlace> = new Map([
  [2, { before: 0, after: 0 }], // NS
  [5, { before: 0, after: 0 }], // CNAME
  [6, { before: 0, after: 20 }], // SOA
  [12, { before: 0, after: 0 }], // PTR
  [14, { before: 0, after: 0 }], // MINFO
  [15, { before: 2, after: 0 }], // MX
  [17, { before: 0, after: 0 }], // RP
  [18, { before: 2, after: 0 }], // AFSDB
  [21, { before: 2, after: 0 }], // RT
  [26, { before: 2, after: 0 }], // PX
  [33, { before: 6, after: 0 }], // SRV
  [36, { before: 2, after: 0 }], // KX
  [39, { before: 0, after: 0 }], // DNAME
]);

/** The canonical form of RDATA whose names are already expanded. */
export function canonicalData(type: number, rdata: Uint8Array): Uint8Array {
  const place = NAME_PLACES.get(type);
  if (place === undefined) return rdata;
  const end = rdata.length - place.after;
  // Length octets of labels are at most 63 and so never taken for a letter.
  return rdata.map((octet, at) => (at >= place.before && at < end ? lowerCase(octet) : octet));
}

function lowerCase(octet: number): number {
  return octet >= 0x41 && octet <= 0x5a ? octet + 0x20 : octet;
}
