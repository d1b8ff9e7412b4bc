/** Reads the command line. What is wrong comes out as a message key, for the catalogue to put into words. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { senderById } from '@/utils/senders/find-sender';
import type { SenderContext } from '@/utils/senders/sender';
import { parseResolverUrl } from '@/utils/settings/resolver-url';
import { DEFAULT_RESOLVER } from '@/utils/settings/resolvers';
import type { MessageKey } from '@/utils/i18n/translate';
import type { ResolveRule } from '@/utils/terminal/resolve-rule';
import { parseResolveRule } from '@/utils/terminal/resolve-rule';

export interface CheckOptions {
  readonly help: boolean;
  readonly json: boolean;
  /** URL of the resolver. */
  readonly doh: string;
  readonly sender: SenderContext;
  readonly readPolicies: boolean;
  /** Path as given; null if none was. */
  readonly trustAnchorFile: string | null;
  readonly resolve: readonly ResolveRule[];
  /** Milliseconds for each domain. */
  readonly timeoutMs: number;
  /** Addresses and domains, as given. */
  readonly recipients: readonly string[];
}

/** What is wrong with the command line, for `Translate`. */
export interface UsageFault {
  readonly key: MessageKey;
  readonly values: readonly (string | number)[];
}

export type CheckArguments =
  { readonly ok: true; readonly options: CheckOptions } | { readonly ok: false; readonly fault: UsageFault };

export const DEFAULT_TIMEOUT_MS = 10_000;

/** Longest `--timeout`: an hour. */
const LONGEST_TIMEOUT_MS = 3_600_000;

const FLAGS: ReadonlySet<string> = new Set(['help', 'json']);

/** Every option with a value, and how it is taken over. A later one counts, but for `--resolve`, which adds. */
const VALUES: Readonly<
  Record<string, (options: CheckOptions, value: string) => Partial<CheckOptions> | UsageFault>
> = {
  doh: (_, value) => {
    const url = parseResolverUrl(value);
    return url.ok ? { doh: url.url } : fault('cli.error.bad_doh', value);
  },
  from: (_, value) => {
    if (value === 'unknown') return { sender: { kind: 'unknown' } };
    const sender = senderById(value);
    return sender === null ? fault('cli.error.bad_from', value) : { sender: { kind: 'known', sender } };
  },
  policies: (_, value) =>
    value === 'always' || value === 'never'
      ? { readPolicies: value === 'always' }
      : fault('cli.error.bad_policies', value),
  'trust-anchor': (_, value) => ({ trustAnchorFile: value }),
  resolve: ({ resolve }, value) => {
    const rule = parseResolveRule(value);
    return rule === null ? fault('cli.error.bad_resolve', value) : { resolve: [...resolve, rule] };
  },
  timeout: (_, value) => {
    const milliseconds = /^\d+$/.test(value) ? Number(value) : 0;
    return milliseconds >= 1 && milliseconds <= LONGEST_TIMEOUT_MS
      ? { timeoutMs: milliseconds }
      : fault('cli.error.bad_timeout', value, LONGEST_TIMEOUT_MS);
  },
};

/** Reads the arguments behind the program's name. `--help` makes up for everything else. */
export function readArguments(args: readonly string[]): CheckArguments {
  let options = DEFAULTS;
  let first: UsageFault | null = null;
  for (const token of tokensOf(args)) {
    const change = token.kind === 'option' ? takeOption(options, token) : takePositional(options, token);
    if ('key' in change) first ??= change;
    else options = { ...options, ...change };
  }
  if (options.help) return { ok: true, options };
  if (first === null && options.recipients.length === 0) first = fault('cli.error.no_recipient');
  return first === null ? { ok: true, options } : { ok: false, fault: first };
}

const DEFAULTS: CheckOptions = {
  help: false,
  json: false,
  doh: DEFAULT_RESOLVER.url,
  sender: { kind: 'checking' },
  readPolicies: true,
  trustAnchorFile: null,
  resolve: [],
  timeoutMs: DEFAULT_TIMEOUT_MS,
  recipients: [],
};

interface OptionToken {
  readonly kind: 'option';
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

type Token =
  | OptionToken
  | { readonly kind: 'positional'; readonly value: string }
  | { readonly kind: 'option-terminator' };

function tokensOf(args: readonly string[]): readonly Token[] {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const name of FLAGS) options[name] = { type: 'boolean' };
  for (const name of Object.keys(VALUES)) options[name] = { type: 'string' };
  return parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

function takeOption(
  options: CheckOptions,
  { name, rawName, value }: OptionToken,
): Partial<CheckOptions> | UsageFault {
  if (FLAGS.has(name))
    return value === undefined ? { [name]: true } : fault('cli.error.value_unwanted', rawName);
  const take = Object.hasOwn(VALUES, name) ? VALUES[name] : undefined;
  if (take === undefined) return fault('cli.error.unknown_option', rawName);
  // The next option is no value: somebody forgot one.
  if (value === undefined || value === '' || value.startsWith('--'))
    return fault('cli.error.value_missing', rawName);
  return take(options, value);
}

function takePositional(options: CheckOptions, token: Exclude<Token, OptionToken>): Partial<CheckOptions> {
  return token.kind === 'positional' ? { recipients: [...options.recipients, token.value] } : {};
}

function fault(key: MessageKey, ...values: readonly (string | number)[]): UsageFault {
  return { key, values };
}
