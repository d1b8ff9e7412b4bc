// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { PopupPage } from '@/components/popup/popup-page';
import type { PopupView, RecipientRow } from '@/components/popup/popup-view';
import { OUTLINED_SEAL } from '@/utils/verdict/level-look';
import { reason, type Reason } from '@/utils/verdict/reason';
import type { Verdict } from '@/utils/verdict/verdict';
import { accessibilityFaults, click, rendered, textOf } from './rendered';
import { NOON, sampleVerdict } from './sample-verdict';

type Recipients = Extract<PopupView, { kind: 'recipients' }>;

function actions() {
  return {
    checkAgain: vi.fn<(domain: string) => void>(),
    readPolicy: vi.fn<(domain: string) => void>(),
    openDetails: vi.fn<(domain: string) => void>(),
    useHere: vi.fn<() => void>(),
    setUp: vi.fn<() => void>(),
    openSettings: vi.fn<() => void>(),
  };
}

function row(
  domain: string,
  verdict: Partial<Verdict> | null = {},
  change: Partial<RecipientRow> = {},
): RecipientRow {
  return {
    domain,
    unicode: domain,
    addresses: [`x@${domain}`],
    verdict: verdict && sampleVerdict(domain, verdict),
    history: [],
    reports: null,
    senderName: 'Gmail',
    storage: 'memory',
    state: verdict ? 'done' : 'checking',
    ...change,
  };
}

function recipients(rows: readonly RecipientRow[], change: Partial<Recipients> = {}): Recipients {
  return {
    kind: 'recipients',
    rows,
    limited: false,
    unreachableResolver: null,
    mayAskPolicy: true,
    opened: null,
    refused: false,
    ...change,
  };
}

const show = (view: PopupView, does = actions()) => rendered(<PopupPage view={view} actions={does} />);
const ENFORCED = {
  level: 'enforced',
  reasons: [reason('sts-enforce', { id: '1', until: NOON })],
  mtaSts: { status: 'enforce', id: '7', mx: ['*.a.example'], maxAge: 86_400, expiresAt: NOON },
} as const;
const UNREAD = { level: 'unknown', reasons: [reason('sts-unread', {})] } as const;

describe('the details', () => {
  const open = (root: ParentNode) => {
    const details = root.querySelector('details');
    if (details) details.open = true;
    details?.dispatchEvent(new Event('toggle'));
  };

  it('ask where reports go when they are unfolded', () => {
    const does = actions();
    open(show(recipients([row('a.example')]), does));
    expect(does.openDetails).toHaveBeenCalledWith('a.example');
  });

  it.each([
    [null, 'Looking …'],
    [{ kind: 'found', rua: ['mailto:r@a.example'] }, 'Sent to mailto:r@a.example'],
    [{ kind: 'absent' }, 'none are asked for'],
    [{ kind: 'malformed', fault: { code: 'rua-missing' } }, 'it does not say where reports go'],
    [{ kind: 'failed', failure: { code: 'timeout' } }, 'no answer in time'],
  ] as const)('show where reports go: %j', (reports, words) => {
    expect(show(recipients([row('a.example', {}, { reports })])).textContent).toContain(words);
  });

  it('say nothing of reports where nothing was looked up', () => {
    const root = show(recipients([row('[192.0.2.1]', { resolver: null })]));
    expect(root.textContent).not.toContain('Reports on failed encryption');
  });

  it('show how the level changed, the latest first', () => {
    const history = [
      { level: 'enforced', since: NOON - 9 * 86_400_000, seen: NOON - 86_400_000 },
      { level: 'opportunistic', since: NOON, seen: NOON },
    ] as const;
    const text = show(recipients([row('a.example', {}, { history })])).textContent;
    const places = ['January 15, 2027', 'January 6, 2027 to January 14, 2027'].map((day) =>
      text.indexOf(day),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(show(recipients([row('a.example')])).textContent).not.toContain('History');
  });

  it('and the card name an address that may bounce', () => {
    const reasons = [reason('nothing-requires', {}), reason('local-part-international', {})];
    const text = show(recipients([row('a.example', { reasons })])).querySelector('.card-text')?.textContent;
    expect(text).toContain('some mail servers refuse');
  });
});

describe('the recipients', () => {
  it('stand worst first, those with a proviso before the others, those still being checked last', () => {
    const proviso = { ...ENFORCED, conditional: true } as const;
    const rows = [
      row('w.example', null),
      row('a.example', ENFORCED),
      row('p.example', proviso),
      row('b.example'),
    ];
    const root = show(recipients(rows));
    const order = [...root.querySelectorAll<HTMLElement>('[data-domain]')].map(
      ({ dataset }) => dataset.domain,
    );
    expect(order).toEqual(['b.example', 'p.example', 'a.example', 'w.example']);
  });

  it('carry domain, level and proviso as attributes', () => {
    const root = show(recipients([row('a.example', { level: 'expected', conditional: true })]));
    expect(
      root.querySelector('[data-domain="a.example"][data-level="expected"][data-conditional]'),
    ).not.toBeNull();
    expect(textOf(root, '.level-word')).toBe('Required, if your provider checks');
  });

  it('carry no level before there is a verdict', () => {
    const root = show(recipients([row('a.example', null)]));
    expect(root.querySelector('[data-level]')).toBeNull();
    expect(root.querySelector('[data-domain][aria-busy="true"]')).not.toBeNull();
  });

  it('show the written name beside the one on the wire, where they differ', () => {
    const idn = row('xn--bcher-kva.example', {}, { unicode: 'bücher.example' });
    expect(textOf(show(recipients([idn])), 'h3')).toBe('bücher.example xn--bcher-kva.example');
    expect(textOf(show(recipients([row('a.example')])), 'h3')).toBe('a.example');
  });

  it('count as one unknown where they cannot be read', () => {
    const verdict = sampleVerdict('', {
      level: 'unknown',
      reasons: [reason('address-unreadable', {})],
      hosts: [],
    });
    const unreadable = row('', {}, { domain: null, verdict, addresses: ['a', 'b'] });
    const root = show(recipients([unreadable]));
    expect(root.querySelectorAll('[data-domain=""][data-level="unknown"]')).toHaveLength(1);
    expect(textOf(root, 'h3')).toBe('Unreadable addresses');
    expect(root.querySelector('[data-action]')).toBeNull();
  });
});

describe('the summary', () => {
  it.each([
    [[row('a.example', ENFORCED), row('b.example')], 'opportunistic', 'the worst decides'],
    [[row('a.example', ENFORCED), row('b.example', null)], 'enforced', 'of those known'],
  ])('%#', (rows, level) => {
    expect(show(recipients(rows)).querySelector(`[data-message-level="${level}"]`)).not.toBeNull();
  });

  const BLOCKED = {
    level: 'blocked',
    reasons: [reason('sts-no-host-matches', { patterns: ['mx'] })],
  } as const;
  const IF_CHECKED = { ...BLOCKED, reasons: [...BLOCKED.reasons, reason('sender-unknown', {})] } as const;

  it.each([
    [[row('a.example', BLOCKED)], 'This message would be held back', 'certain'],
    [[row('a.example', IF_CHECKED)], 'This message may be held back', 'only if the provider checks'],
    [[row('a.example', IF_CHECKED), row('b.example', BLOCKED)], 'would be held back', 'one is certain'],
    [[row('a.example', ENFORCED)], 'This message travels sealed', 'without a proviso'],
    [[row('a.example', { ...ENFORCED, conditional: true })], 'should travel sealed', 'with a proviso'],
  ])('claims no more than is known (%#)', (rows, headline) => {
    const root = show(recipients(rows));
    expect(textOf(root, '.summary h1')).toContain(headline);
    expect(textOf(root, '[role="status"]')).toContain(headline);
  });

  it.each([
    [[row('a.example', UNREAD)], 'has not been read yet', 'to read it would help'],
    [[row('a.example', { level: 'unknown', reasons: [] })], 'Check again later', 'later may be better'],
    [
      [row('x.local', { level: 'unknown', reasons: [reason('special-use-name', { domain: 'x.local' })] })],
      'Take encryption as not guaranteed.',
      'nothing will change',
    ],
  ])('advises what would help (%#)', (rows, advice) => {
    expect(textOf(show(recipients(rows)), '.summary')).toContain(advice);
  });

  it('tells screen readers what is still being checked', () => {
    expect(textOf(show(recipients([row('a.example', null)])), '[role="status"]')).toBe(
      '1 domain is still being checked.',
    );
    expect(textOf(show(recipients([row('a.example')])), '[role="status"]')).toContain('not guaranteed');
  });

  it('counts recipients and domains', () => {
    const two = row('a.example', {}, { addresses: ['x@a.example', 'y@a.example'] });
    expect(textOf(show(recipients([two])), '.summary .soft')).toBe('2 recipients at 1 domain');
  });
});

describe('a row', () => {
  it('unfolds to hosts, policy, resolver and times, each fact with kind and source', () => {
    const detail = show(recipients([row('a.example', ENFORCED)], { opened: 'a.example' })).querySelector(
      'details',
    );
    expect(detail?.open).toBe(true);
    for (const part of [
      'mx.a.example',
      'priority 10',
      '*.a.example',
      'enforce (',
      '7',
      'dns.quad9.net',
      'Gmail',
      'in memory only',
    ]) {
      expect(detail?.textContent).toContain(part);
    }
    expect(detail?.textContent).toContain('published · policy file of mta-sts.a.example');
  });

  it('is folded unless it was asked for', () => {
    const root = show(recipients([row('a.example'), row('b.example')], { opened: 'b.example' }));
    const open = [...root.querySelectorAll('details[open]')].map(
      (each) => each.closest('li')?.dataset.domain,
    );
    expect(open).toEqual(['b.example']);
  });

  it('can be checked again, but not while it is being checked', () => {
    const does = actions();
    const root = show(recipients([row('a.example')]), does);
    click(root, '[data-action="check-again"]');
    expect(does.checkAgain).toHaveBeenCalledWith('a.example');
    does.checkAgain.mockClear();
    const busy = show(recipients([row('a.example', null)]), does);
    click(busy, '[data-action="check-again"]');
    expect(does.checkAgain).not.toHaveBeenCalled();
    expect(busy.querySelector('[data-action="check-again"][aria-disabled="true"]')).not.toBeNull();
  });

  it.each([
    ['[192.0.2.25]', reason('address-literal', { literal: '192.0.2.25' }), false, 'the address says it all'],
    ['printer.local', reason('special-use-name', { domain: 'printer.local' }), false, 'a private name'],
    ['a.example', reason('not-looked-up', { limit: 'rate' }), true, 'it may be looked up later'],
  ] as [string, Reason, boolean, string][])(
    '%s, not looked up, says nothing of servers',
    (domain, why, again) => {
      const root = show(recipients([row(domain, { reasons: [why], hosts: [], resolver: null })]));
      expect(root.querySelector('[data-action="check-again"]') !== null).toBe(again);
      const headings = [...root.querySelectorAll('.facts h3')].map(({ textContent }) => textContent);
      expect(headings).toEqual(['Why', 'This answer']);
    },
  );

  it('with a proviso has its mail servers’ seals in outline too', () => {
    const host = { name: 'mx', preference: 1, skipped: false, reasons: [] } as const;
    const hosts = [
      { ...host, level: 'enforced' },
      { ...host, name: 'other', level: 'enforced', skipped: true },
    ] as const;
    const outlined = (conditional: boolean) =>
      [
        ...show(recipients([row('a.example', { ...ENFORCED, conditional, hosts })])).querySelectorAll(
          '[data-host]',
        ),
      ]
        .filter((each) => each.innerHTML.includes(OUTLINED_SEAL))
        .map((each) => [each.getAttribute('data-host'), each.textContent.includes('with a proviso')]);
    expect(outlined(true)).toEqual([['mx', true]]);
    expect(outlined(false)).toEqual([]);
  });

  it('offers to read a policy that was not read, and says what that shows to whom', () => {
    const does = actions();
    const root = show(recipients([row('a.example', UNREAD)]), does);
    click(root, '[data-action="read-policy"]');
    expect(does.readPolicy).toHaveBeenCalledWith('a.example');
    expect(textOf(root, '.offer')).toContain('mta-sts.a.example');
  });

  it('does not offer it where there is nothing to read, or the user wants it never', () => {
    expect(show(recipients([row('a.example')])).querySelector('[data-action="read-policy"]')).toBeNull();
    const never = show(recipients([row('a.example', UNREAD)], { mayAskPolicy: false }));
    expect(never.querySelector('[data-action="read-policy"]')).toBeNull();
    expect(never.textContent).toContain('switched off in the settings');
  });
});

describe('an empty popup', () => {
  const empty = (why: Extract<PopupView, { kind: 'empty' }>['why'], refused = false): PopupView => ({
    kind: 'empty',
    why,
    host: 'mail.example.org',
    refused,
  });

  it.each(['no-compose', 'no-recipients', 'no-permission', 'no-consent', 'unusable'] as const)(
    '%s says what to do, without a fault of accessibility',
    async (why) => {
      const root = show(empty(why));
      expect(textOf(root, `[data-empty="${why}"] h1`)).not.toBe('');
      expect(await accessibilityFaults()).toEqual([]);
    },
  );

  it('offers the page by its host', () => {
    const does = actions();
    const root = show(empty('no-permission'), does);
    expect(textOf(root, '#use-here')).toBe('Use Waxseal on mail.example.org');
    click(root, '#use-here');
    expect(does.useHere).toHaveBeenCalledOnce();
  });

  it.each([
    ['no-consent', '#set-up'],
    ['no-permission', '#use-here'],
  ] as const)(
    '%s: the keyboard starts at the one button, described by what stands above it',
    (why, button) => {
      const main = show(empty(why)).querySelector(button);
      expect(main?.hasAttribute('autofocus')).toBe(true);
      expect(textOf(document, `#${main?.getAttribute('aria-describedby') ?? ''}`)).not.toBe('');
    },
  );

  it('leads to the welcome page, and always to the settings', () => {
    const does = actions();
    const root = show(empty('no-consent'), does);
    click(root, '#set-up');
    click(root, '#open-settings');
    expect(does.setUp).toHaveBeenCalledOnce();
    expect(does.openSettings).toHaveBeenCalledOnce();
  });

  it('says when the user refused', () => {
    expect(textOf(show(empty('no-permission', true)), '[role="status"]')).toContain('nothing has changed');
  });
});

describe('the whole', () => {
  it('blames our connection, not the domain, when nothing can be looked up', () => {
    const root = show(recipients([row('a.example')], { unreachableResolver: 'dns.quad9.net' }));
    expect(textOf(root, '[data-empty="no-network"]')).toContain('dns.quad9.net');
  });

  it('says that it is looking', () => {
    expect(textOf(show({ kind: 'loading' }), 'main')).toBe('Looking at this page…');
  });

  it('has no fault of accessibility, unfolded', async () => {
    const rows = [
      row('a.example', ENFORCED),
      row('b.example', UNREAD),
      row('c.example', null),
      row('d.example'),
    ];
    show(recipients(rows, { opened: 'a.example', limited: true, refused: true }));
    expect(await accessibilityFaults()).toEqual([]);
  });
});
