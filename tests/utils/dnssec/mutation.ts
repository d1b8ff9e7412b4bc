/** Changes to an answer, drawn at random: what a network, a broken resolver or a liar could make of it. */
import fc from 'fast-check';
import { buildMessage, type BuiltMessage, type BuiltRecord } from '../dns/build-message';

/** Changes the records of a message; `others` are records of other true answers. */
type RecordChange = (message: BuiltMessage, others: readonly BuiltRecord[]) => BuiltMessage;
/** Changes octets on the wire. */
type OctetChange = (octets: Uint8Array) => Uint8Array;

export interface Mutation {
  readonly records: readonly RecordChange[];
  readonly octets: readonly OctetChange[];
}

const pick = fc.nat({ max: 1 << 20 });
const section = fc.constantFrom('answers', 'authorities');

function spliced<T>(list: readonly T[], at: number, remove: number, ...put: readonly T[]): T[] {
  const copy = [...list];
  copy.splice(list.length === 0 ? 0 : at % (list.length + (remove === 0 ? 1 : 0)), remove, ...put);
  return copy;
}

const dropped = fc.tuple(section, pick).map(([where, at]): RecordChange => (message) => ({
  ...message,
  [where]: spliced(message[where] ?? [], at, 1),
}));
const twice = fc
  .tuple(section, section, pick, pick)
  .map(([from, to, at, place]): RecordChange => (message) => {
    const list = message[from] ?? [];
    const record = list[at % Math.max(1, list.length)];
    return record === undefined
      ? message
      : { ...message, [to]: spliced(message[to] ?? [], place, 0, record) };
  });
/** A true record of another answer, as it is or under the name of one here; alone or in place of another. */
const replayed = fc
  .tuple(section, pick, pick, fc.boolean(), fc.boolean())
  .map(([where, from, place, renamed, instead]): RecordChange => (message, others) => {
    const list = message[where] ?? [];
    const record = others[from % others.length]!;
    const name = renamed ? (list[place % Math.max(1, list.length)]?.name ?? record.name) : record.name;
    return { ...message, [where]: spliced(list, place, instead ? 1 : 0, { ...record, name }) };
  });
const emptied = section.map((where): RecordChange => (message) => ({ ...message, [where]: [] }));
const swapped = fc.constant<RecordChange>((message) => ({
  ...message,
  answers: message.authorities ?? [],
  authorities: message.answers ?? [],
}));
const outcome = fc.constantFrom(0, 3).map((rcode): RecordChange => (message) => ({ ...message, rcode }));
const lifetime = fc
  .tuple(section, fc.nat({ max: 0x7fffffff }))
  .map(([where, ttl]): RecordChange => (message) => ({
    ...message,
    [where]: (message[where] ?? []).map((record) => ({ ...record, ttl })),
  }));
/** An octet of a record's data. */
const altered = fc
  .tuple(section, pick, pick, fc.integer({ min: 1, max: 255 }))
  .map(([where, which, at, bits]): RecordChange => (message) => {
    const list = message[where] ?? [];
    const record = list[which % Math.max(1, list.length)];
    if (record === undefined || record.rdata.length === 0) return message;
    const rdata = Uint8Array.from(record.rdata);
    rdata[at % rdata.length]! ^= bits;
    return { ...message, [where]: spliced(list, which, 1, { ...record, rdata }) };
  });

const bitFlip = pick.map((at): OctetChange => (octets) => {
  const copy = Uint8Array.from(octets);
  copy[(at >> 3) % copy.length]! ^= 1 << (at & 7);
  return copy;
});
const truncated = pick.map(
  (at): OctetChange =>
    (octets) =>
      octets.slice(0, at % octets.length),
);

/** One to four changes. */
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({
    records: fc.array(
      fc.oneof(dropped, twice, replayed, replayed, emptied, swapped, outcome, lifetime, altered),
      { minLength: 1, maxLength: 4 },
    ),
    octets: fc.constant([]),
  }),
  fc.record({ records: fc.constant([]), octets: fc.array(bitFlip, { minLength: 1, maxLength: 3 }) }),
  fc.record({ records: fc.constant([]), octets: truncated.map((change) => [change]) }),
);

/** The message after all changes, on the wire. */
export function mutated(
  message: BuiltMessage,
  { records, octets }: Mutation,
  others: readonly BuiltRecord[],
): Uint8Array {
  const changed = records.reduce((before, change) => change(before, others), message);
  return octets.reduce((before, change) => change(before), buildMessage(changed));
}
