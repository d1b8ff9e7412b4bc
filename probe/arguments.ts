/** The command line of `npm run probe`. */
import { hostname } from 'node:os';
import { DEFAULT_RESOLVER } from '@/utils/settings/resolvers';
import { parseResolverUrl } from '@/utils/settings/resolver-url';
import { parseResolveRule, type ResolveRule } from '@/utils/terminal/resolve-rule';
import type { MessageKey } from '@/utils/i18n/translate';
import { DEFAULT_CONTROLS, parseControls, type ControlHost } from './control-hosts';
import {
  readOptions,
  usageFault,
  wholeNumber,
  type OptionReading,
  type OptionSpec,
} from './terminal/options';
import type { UsageFault } from './terminal/options';

export interface ProbeOptions {
  readonly help: boolean;
  readonly targets: readonly string[];
  /** Files of targets, one a line; paths as given. */
  readonly files: readonly string[];
  /** Targets are hosts: no MX is looked up. */
  readonly hosts: boolean;
  readonly out: string | null;
  readonly resume: boolean;
  readonly port: number;
  readonly concurrency: number;
  /** `index` counts from 1. */
  readonly shard: { readonly index: number; readonly of: number };
  readonly controls: readonly ControlHost[];
  readonly doh: string;
  readonly connect: readonly ResolveRule[];
  /** null: the address of the connection, as a literal (RFC 5321 §4.1.4). */
  readonly ehlo: string | null;
  readonly vantage: string;
  readonly network: string;
  /** Milliseconds: for each step; after which a server is slow; between visits to one network; before a second try. */
  readonly timeout: number;
  readonly slow: number;
  readonly gap: number;
  readonly backoff: number;
  /** Tries for each address in one run. */
  readonly tries: number;
  readonly name: string;
  readonly maker: string;
  readonly licence: string;
  /** Days until the next list. */
  readonly nextUpdate: number;
}

const DAY = 86_400_000;

export const PROBE_DEFAULTS: ProbeOptions = {
  help: false,
  targets: [],
  files: [],
  hosts: false,
  out: null,
  resume: false,
  port: 25,
  concurrency: 20,
  shard: { index: 1, of: 1 },
  controls: DEFAULT_CONTROLS,
  doh: DEFAULT_RESOLVER.url,
  connect: [],
  ehlo: hostname().includes('.') ? hostname() : null,
  vantage: 'here',
  network: 'here',
  timeout: 60_000,
  slow: 15_000,
  gap: 1_000,
  backoff: 300_000,
  tries: 2,
  name: 'Looks at mail servers',
  maker: 'unnamed',
  licence: 'unspecified',
  nextUpdate: 1,
};

const SPEC: OptionSpec<ProbeOptions> = {
  flags: { help: { help: true }, hosts: { hosts: true }, resume: { resume: true } },
  values: {
    file: ({ files }, value) => ({ files: [...files, value] }),
    out: (_, out) => ({ out }),
    port: number('port', 1, 65_535),
    concurrency: number('concurrency', 1, 500),
    shard: (_, value) => readShard(value) ?? usageFault('probe.error.bad_shard', value),
    controls: (_, value) => {
      const controls = parseControls(value);
      return controls === null ? usageFault('probe.error.bad_controls', value) : { controls };
    },
    doh: (_, value) => {
      const url = parseResolverUrl(value);
      return url.ok ? { doh: url.url } : usageFault('cli.error.bad_doh', value);
    },
    connect: ({ connect }, value) => {
      const rule = parseResolveRule(value);
      return rule === null ? usageFault('cli.error.bad_resolve', value) : { connect: [...connect, rule] };
    },
    ehlo: (_, value) =>
      /^[a-z0-9.:[\]-]{1,255}$/i.test(value) ? { ehlo: value } : usageFault('probe.error.bad_ehlo', value),
    vantage: text('vantage', 64),
    network: text('network', 64),
    timeout: number('timeout', 1, 600_000),
    slow: number('slow', 1, 600_000),
    gap: number('gap', 0, 3_600_000),
    backoff: number('backoff', 0, DAY),
    tries: number('tries', 1, 10),
    name: text('name', 200),
    maker: text('maker', 200),
    licence: text('licence', 200),
    'next-update': number('nextUpdate', 1, 90),
  },
  positional: ({ targets }, value) => ({ targets: [...targets, value] }),
};

/** Reads the arguments. `--help` makes up for everything else. */
export function readProbeArguments(args: readonly string[]): OptionReading<ProbeOptions> {
  const reading = readOptions(args, PROBE_DEFAULTS, SPEC);
  if (reading.options.help) return { ...reading, fault: null };
  return { ...reading, fault: reading.fault ?? missing(reading.options) };
}

function missing({ targets, files, resume, out }: ProbeOptions): UsageFault | null {
  if (targets.length === 0 && files.length === 0) return usageFault('probe.error.no_target');
  return resume && out === null ? usageFault('probe.error.resume_without_out') : null;
}

function number(
  name: 'port' | 'concurrency' | 'timeout' | 'slow' | 'gap' | 'backoff' | 'tries' | 'nextUpdate',
  least: number,
  most: number,
) {
  return (_: ProbeOptions, value: string): Partial<ProbeOptions> | UsageFault => {
    const read = wholeNumber(value, least, most);
    return read === null ? usageFault('probe.error.bad_number', value, least, most) : { [name]: read };
  };
}

function text(name: 'vantage' | 'network' | 'name' | 'maker' | 'licence', longest: number) {
  return (_: ProbeOptions, value: string): Partial<ProbeOptions> | UsageFault =>
    value.length <= longest && !/[\p{Cc}\p{Bidi_Control}]/u.test(value)
      ? { [name]: value }
      : usageFault('probe.error.bad_text', value, longest);
}

function readShard(value: string): Pick<ProbeOptions, 'shard'> | null {
  const [, index = '', of = ''] = /^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  return shard.index >= 1 && shard.index <= shard.of ? { shard } : null;
}

/** Message keys of all options, for the help text. */
export const OPTION_HELP: readonly (readonly [string, MessageKey, string | number])[] = [
  ['--file FILE', 'probe.option.file', ''],
  ['--hosts', 'probe.option.hosts', ''],
  ['--out FILE', 'probe.option.out', ''],
  ['--resume', 'probe.option.resume', ''],
  ['--port N', 'probe.option.port', PROBE_DEFAULTS.port],
  ['--concurrency N', 'probe.option.concurrency', PROBE_DEFAULTS.concurrency],
  ['--shard I/N', 'probe.option.shard', ''],
  ['--controls NAME=HOST,…', 'probe.option.controls', ''],
  ['--doh URL', 'probe.option.doh', PROBE_DEFAULTS.doh],
  ['--connect HOST:25:ADDR:PORT', 'probe.option.connect', ''],
  ['--ehlo NAME', 'probe.option.ehlo', ''],
  ['--vantage NAME', 'probe.option.vantage', ''],
  ['--network NAME', 'probe.option.network', ''],
  ['--timeout MS', 'probe.option.timeout', PROBE_DEFAULTS.timeout],
  ['--slow MS', 'probe.option.slow', PROBE_DEFAULTS.slow],
  ['--gap MS', 'probe.option.gap', PROBE_DEFAULTS.gap],
  ['--backoff MS', 'probe.option.backoff', PROBE_DEFAULTS.backoff],
  ['--tries N', 'probe.option.tries', PROBE_DEFAULTS.tries],
  ['--name, --maker, --licence', 'probe.option.header', ''],
  ['--next-update DAYS', 'probe.option.next_update', PROBE_DEFAULTS.nextUpdate],
  ['--help', 'cli.option.help', ''],
];
