/** The command line of `npm run evidence`. */
import type { MessageKey } from '@/utils/i18n/translate';
import {
  readOptions,
  usageFault,
  wholeNumber,
  type OptionReading,
  type OptionSpec,
} from '../terminal/options';

export const COMMANDS = ['merge', 'sign', 'verify', 'stats'] as const;
export type Command = (typeof COMMANDS)[number];

export interface ListOptions {
  readonly help: boolean;
  readonly command: Command | null;
  /** Lists; paths as given. */
  readonly files: readonly string[];
  readonly out: string | null;
  /** PEM file: private for `sign`. */
  readonly key: string | null;
  /** For `verify`: the key that is expected, base64. */
  readonly publicKey: string | null;
  /** Signature in a file of its own, FILE.sig. */
  readonly detached: boolean;
  readonly name: string | null;
  readonly maker: string | null;
  readonly licence: string | null;
  /** Days until the next list. */
  readonly nextUpdate: number;
}

const DEFAULTS: ListOptions = {
  help: false,
  command: null,
  files: [],
  out: null,
  key: null,
  publicKey: null,
  detached: false,
  name: null,
  maker: null,
  licence: null,
  nextUpdate: 1,
};

const SPEC: OptionSpec<ListOptions> = {
  flags: { help: { help: true }, detached: { detached: true } },
  values: {
    out: (_, out) => ({ out }),
    key: (_, key) => ({ key }),
    'public-key': (_, value) =>
      /^[A-Za-z0-9+/]{43}=$/.test(value)
        ? { publicKey: value }
        : usageFault('probe.error.bad_public_key', value),
    name: (_, name) => ({ name }),
    maker: (_, maker) => ({ maker }),
    licence: (_, licence) => ({ licence }),
    'next-update': (_, value) => {
      const nextUpdate = wholeNumber(value, 1, 90);
      return nextUpdate === null ? usageFault('probe.error.bad_number', value, 1, 90) : { nextUpdate };
    },
  },
  positional: ({ command, files }, value) => {
    if (command === null && files.length === 0) {
      const named = COMMANDS.find((each) => each === value);
      if (named !== undefined) return { command: named };
    }
    return { files: [...files, value] };
  },
};

/** Reads the arguments. `--help` makes up for everything else. */
export function readListArguments(args: readonly string[]): OptionReading<ListOptions> {
  const reading = readOptions(args, DEFAULTS, SPEC);
  const { help, command, files, key, out } = reading.options;
  if (help) return { ...reading, fault: null };
  if (reading.fault !== null) return reading;
  if (command === null)
    return { ...reading, fault: usageFault('probe.error.no_command', COMMANDS.join(', ')) };
  if (files.length === 0) return { ...reading, fault: usageFault('probe.error.no_list') };
  if (command === 'sign' && key === null) return { ...reading, fault: usageFault('probe.error.no_key') };
  if (command === 'merge' && out === null) return { ...reading, fault: usageFault('probe.error.no_out') };
  return reading;
}

/** Message keys of all options, for the help text. */
export const LIST_OPTION_HELP: readonly (readonly [string, MessageKey])[] = [
  ['merge LIST… --out FILE', 'probe.lists.merge'],
  ['sign LIST… --key PEM', 'probe.lists.sign'],
  ['verify LIST…', 'probe.lists.verify'],
  ['stats LIST…', 'probe.lists.stats'],
  ['--out FILE', 'probe.lists.out'],
  ['--key PEM', 'probe.lists.key'],
  ['--detached', 'probe.lists.detached'],
  ['--public-key BASE64', 'probe.lists.public_key'],
  ['--name, --maker, --licence', 'probe.option.header'],
  ['--next-update DAYS', 'probe.lists.next_update'],
  ['--help', 'cli.option.help'],
];
