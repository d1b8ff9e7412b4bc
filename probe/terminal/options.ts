/** Reads command lines: every option with how its value is taken over. What is wrong comes out as a message key. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { MessageKey, Translate } from '@/utils/i18n/translate';
import { harmless } from '@/utils/terminal/text-width';

/** What is wrong with a command line, for `Translate`. */
export interface UsageFault {
  readonly key: MessageKey;
  readonly values: readonly (string | number)[];
}

export interface OptionSpec<Options> {
  /** Options without a value. */
  readonly flags: Readonly<Record<string, Partial<Options>>>;
  /** Options with one; of several the later counts, unless it adds. */
  readonly values: Readonly<
    Record<string, (options: Options, value: string) => Partial<Options> | UsageFault>
  >;
  readonly positional: (options: Options, value: string) => Partial<Options>;
}

export interface OptionReading<Options> {
  readonly options: Options;
  /** The first fault; null if there is none. */
  readonly fault: UsageFault | null;
}

/** Reads the arguments behind the program's name. */
export function readOptions<Options extends object>(
  args: readonly string[],
  defaults: Options,
  spec: OptionSpec<Options>,
): OptionReading<Options> {
  let options = defaults;
  let fault: UsageFault | null = null;
  for (const token of tokensOf(args, spec)) {
    const change =
      token.kind === 'positional' ? spec.positional(options, token.value) : take(options, token, spec);
    if (isFault(change)) fault ??= change;
    else options = { ...options, ...change };
  }
  return { options, fault };
}

interface OptionToken {
  readonly kind: 'option';
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

type Token = OptionToken | { readonly kind: 'positional'; readonly value: string };

function tokensOf<Options>(args: readonly string[], { flags, values }: OptionSpec<Options>): Token[] {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const name of Object.keys(flags)) options[name] = { type: 'boolean' };
  for (const name of Object.keys(values)) options[name] = { type: 'string' };
  const parsed = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  return parsed.tokens.flatMap((token) => (token.kind === 'option-terminator' ? [] : [token]));
}

function take<Options extends object>(
  options: Options,
  { name, rawName, value }: OptionToken,
  { flags, values }: OptionSpec<Options>,
): Partial<Options> | UsageFault {
  const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
  if (flag !== undefined) return value === undefined ? flag : usageFault('cli.error.value_unwanted', rawName);
  const taker = Object.hasOwn(values, name) ? values[name] : undefined;
  if (taker === undefined) return usageFault('cli.error.unknown_option', rawName);
  // The next option is no value: somebody forgot one.
  if (value === undefined || value === '' || value.startsWith('--')) {
    return usageFault('cli.error.value_missing', rawName);
  }
  return taker(options, value);
}

function isFault(value: object): value is UsageFault {
  return 'key' in value && 'values' in value;
}

export function usageFault(key: MessageKey, ...values: readonly (string | number)[]): UsageFault {
  return { key, values };
}

/** The fault as a sentence and a hint at --help, fit for a terminal. */
export function faultText(t: Translate, { key, values }: UsageFault): string {
  const shown = values.map((value) => (typeof value === 'string' ? harmless(value) : value));
  return `${t(key, shown)}\n${t('cli.see_help')}\n`;
}

/** A whole number in decimal from `least` to `most`; null for anything else. */
export function wholeNumber(text: string, least: number, most: number): number | null {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}
