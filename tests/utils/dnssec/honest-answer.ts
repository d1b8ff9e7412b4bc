/** What an honest resolver answers from a tree made for a test (RFC 4035 §3.1, RFC 5155 §7.2). */
import type { BuiltMessage, BuiltRecord } from '../dns/build-message';
import type { SignedTree, TestZone } from './signed-tree';
import { ancestors, isOneBelow, textOf, zoneAbove, zoneOf } from './zone-names';
import { RCODE, type RrTypeName } from '@/utils/dns/message';

/** One answer in the making. */
export class Answer {
  private readonly answers: BuiltRecord[] = [];
  private readonly authorities: BuiltRecord[] = [];
  private rcode: number = RCODE.NOERROR;

  constructor(
    private readonly zones: readonly TestZone[],
    private readonly sign: SignedTree['sign'],
    private readonly name: string,
    private readonly type: RrTypeName,
  ) {}

  async make(): Promise<BuiltMessage> {
    await this.follow(this.name);
    const { name, type, answers, authorities, rcode } = this;
    return { question: { name, type }, answers, authorities, rcode };
  }

  private async follow(name: string): Promise<void> {
    const isDs = this.type === 'DS' && name !== '.';
    const zone = isDs ? zoneAbove(name, this.zones) : zoneOf(name, this.zones);
    const encloser = ancestors(name, zone.name).find((one) => zone.names.has(one)) ?? zone.name;
    const source = encloser === name ? name : encloser === '.' ? '*' : `*.${encloser}`;
    const records = this.at(zone, source, this.type) ?? this.at(zone, source, 'CNAME');
    const closer = ancestors(name, zone.name).find((one) => isOneBelow(one, encloser));
    if (records !== null) {
      const labels = source === name ? undefined : encloser.split('.').filter(Boolean).length;
      const made = records.map((record) => ({ ...record, name }));
      this.answers.push(...(await this.sign(zone.name, made, labels)));
      if (labels !== undefined) await this.deny(zone, [closer!], []);
      const target = records[0]!;
      if (target.type === 'CNAME' && this.type !== 'CNAME') await this.follow(textOf(target.rdata));
      return;
    }
    await this.addSigned(zone, [zone.all[0]!]);
    if (encloser === name) return this.deny(zone, [], [name]);
    if (zone.names.has(source)) return this.deny(zone, [closer!], [source], encloser);
    this.rcode = RCODE.NXDOMAIN;
    await this.deny(zone, [closer!, source], [], encloser);
  }

  private at(zone: TestZone, name: string, type: RrTypeName): BuiltRecord[] | null {
    const found = zone.all.filter((record) => record.name === name && record.type === type);
    return found.length > 0 ? found : null;
  }

  /** Adds what shows that these do not exist, and which types those have. */
  private async deny(zone: TestZone, absent: string[], present: string[], encloser?: string): Promise<void> {
    if (zone.unsigned === true) return;
    const hashed = zone.denial?.kind === 'nsec3';
    const shown = hashed && encloser !== undefined ? [...present, encloser] : present;
    const records = [
      ...absent.map((name) => zone.chain.covering(name)),
      ...shown.flatMap((name) => recordsFor(zone, name, hashed)),
    ];
    for (const record of records) {
      const known = this.authorities.some(({ name, type }) => name === record.name && type === record.type);
      if (!known) await this.addSigned(zone, [record]);
    }
  }

  private async addSigned(zone: TestZone, records: readonly BuiltRecord[]): Promise<void> {
    this.authorities.push(...(await this.sign(zone.name, records)));
  }
}

/** What speaks of a name that exists: its own record, or the range it falls in, with NSEC3 and the name above. */
function recordsFor(zone: TestZone, name: string, hashed: boolean): BuiltRecord[] {
  const own = zone.chain.at(name);
  if (own !== null) return [own];
  const above = hashed ? zone.chain.at(zone.name) : null;
  return [zone.chain.covering(name), ...(above === null ? [] : [above])];
}
