/** The demo mailbox: one compose page, in the structure of the webmail it stands for. */
import type { DemoDomain } from '../domain';
import { gmailCompose } from './gmail-compose';
import { escapeHtml } from './html';
import { selfHostedCompose } from './self-hosted-compose';

/** For which sender the page stands. */
export type MailboxKind = 'gmail' | 'selfHosted';

/** Hosts at which the page is served, in a browser that maps them to this computer. */
export const MAILBOX_HOST: Readonly<Record<MailboxKind, string>> = {
  gmail: 'mail.google.com',
  selfHosted: 'mailbox.demo.test',
};

/** Addresses of the compose pages. */
export const MAILBOX_URL: Readonly<Record<MailboxKind, string>> = {
  gmail: `https://${MAILBOX_HOST.gmail}/mail/u/0/`,
  selfHosted: `https://${MAILBOX_HOST.selfHosted}/?_task=mail&_action=compose`,
};

const NOTE: Readonly<Record<MailboxKind, string>> = {
  gmail:
    'This page is not Gmail. It comes from this computer, and only this browser takes it for Gmail’s host, ' +
    'so that Waxseal judges as for mail that Gmail sends: Gmail checks MTA-STS policies.',
  selfHosted:
    'This page stands for a webmail of your own. Nobody can tell what its mail server checks, ' +
    'so what is required is shown in outline: required, if your provider checks.',
};
const OTHER: Readonly<Record<MailboxKind, { kind: MailboxKind; text: string }>> = {
  gmail: { kind: 'selfHosted', text: 'See it from a self-hosted webmail' },
  selfHosted: { kind: 'gmail', text: 'See it as mail sent by Gmail' },
};

/** The whole page as HTML. */
export function mailboxPage(kind: MailboxKind, zone: readonly DemoDomain[]): string {
  const bodyClass = kind === 'selfHosted' ? ' class="task-mail action-compose"' : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Demo mailbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/mailbox.css">
<script type="module" src="/mailbox.js"></script>
</head>
<body${bodyClass} data-mailbox="${kind}">
<header class="top">
<h1>Demo mailbox</h1>
<p>${NOTE[kind]} <a href="${escapeHtml(MAILBOX_URL[OTHER[kind].kind])}">${OTHER[kind].text}</a>.</p>
</header>
<div class="columns">
<main>
${kind === 'gmail' ? gmailCompose() : selfHostedCompose()}
</main>
${suggestions(zone)}
</div>
</body>
</html>
`;
}

/** The domains of the zone, each a button that adds a recipient. */
function suggestions(zone: readonly DemoDomain[]): string {
  const items = zone.map(({ typed, about }) => {
    const address = escapeHtml(`anna@${typed}`);
    return `<li><button type="button" data-add="${address}"><b>${address}</b><span>${escapeHtml(about)}</span></button></li>`;
  });
  return `<aside aria-labelledby="try">
<h2 id="try">Write to</h2>
<p>Everybody here is made up. Choose a few, or type an address.</p>
<ul>${items.join('')}</ul>
<p>One level is missing: “not encrypted” takes proof from the mail servers themselves, which nobody collects yet.</p>
</aside>`;
}
