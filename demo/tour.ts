/**
 * The demo without a display: goes through the extension as a user would, prints what it says of each
 * domain beside what it should say, and takes pictures.
 */
import { DEMO_ZONE } from './zone';
import { compare } from './compare';
import type { ComparedLine } from './compare';
import { agreeOnWelcomePage, readPoliciesFromNowOn } from './consent';
import { makeDemoBrowser } from './demo-browser';
import type { DemoBrowser } from './demo-browser';
import type { DemoDomain } from './domain';
import { addSelfHostedWebmail } from './self-hosted';
import type { MailboxKind } from './mailbox/page';
import { openMailbox, readNotice, typeRecipients } from './mailbox-page';
import { takeRound } from './picture-round';
import { clearPictures, PICTURE_DIR, takePicture } from './pictures';
import { formatTable } from './table';
import type { LaunchedChromium } from '../scripts/lab/chromium';

/** Runs the whole tour; true if every verdict was as expected. */
export async function runTour(): Promise<boolean> {
  await clearPictures();
  const demo = await makeDemoBrowser(DEMO_ZONE);
  try {
    const unread = await tourUnread(demo);
    await demo.grantAllHosts();
    const read = await tourWithPolicies(demo);
    const lines = [...unread, ...read];
    printSummary(lines, demo.questions().length);
    return lines.every((line) => line.asExpected);
  } finally {
    await demo.stop();
  }
}

/** First launch: the welcome page as it comes, that is without reading policies. */
async function tourUnread(demo: DemoBrowser): Promise<ComparedLine[]> {
  const browser = await demo.launch({ headless: true });
  try {
    const welcome = await agreeOnWelcomePage(browser, 'never');
    await takePicture(welcome, 'welcome', true);
    const zone = DEMO_ZONE.filter((row) => row.stsRecord !== null)
      .slice(0, 1)
      .map(asUnread);
    print(
      'Mail sent by Gmail, while reading policies is not allowed: not looking never looks better than looking',
    );
    return await tourMailbox(browser, 'gmail', zone, 'unread');
  } finally {
    await browser.stop();
  }
}

function asUnread(row: DemoDomain): DemoDomain {
  const unread = { level: 'unknown', conditional: false } as const;
  return { ...row, expected: { gmail: unread, selfHosted: unread } };
}

/** Second launch: policies are read; both mailboxes, every domain. */
async function tourWithPolicies(demo: DemoBrowser): Promise<ComparedLine[]> {
  const browser = await demo.launch({ headless: true });
  try {
    await readPoliciesFromNowOn(browser);
    print('Mail sent by Gmail, which checks MTA-STS but reads a policy only after a first message');
    const gmail = await tourMailbox(browser, 'gmail', DEMO_ZONE, 'gmail');
    await addSelfHostedWebmail(browser);
    print('Mail sent from a self-hosted webmail, of whose mail server nothing is known');
    return [...gmail, ...(await tourMailbox(browser, 'selfHosted', DEMO_ZONE, 'self-hosted'))];
  } finally {
    await browser.stop();
  }
}

/** Pictures with one domain a level; then writes to every domain of the zone and holds what is said against it. */
async function tourMailbox(
  browser: LaunchedChromium,
  kind: MailboxKind,
  zone: readonly DemoDomain[],
  name: string,
): Promise<ComparedLine[]> {
  await takeRound(browser, kind, onePerLevel(zone, kind), name);
  const page = await openMailbox(browser.context, kind);
  await typeRecipients(
    page,
    zone.map(({ typed }) => `anna@${typed}`),
  );
  const lines = compare(zone, kind, await readNotice(page, zone.length));
  print(formatTable(lines));
  await page.close();
  return lines;
}

/** The first domain of each level. */
function onePerLevel(zone: readonly DemoDomain[], kind: MailboxKind): DemoDomain[] {
  const level = (row: DemoDomain) => row.expected[kind].level;
  return zone.filter((row, index) => zone.findIndex((other) => level(other) === level(row)) === index);
}

function printSummary(lines: readonly ComparedLine[], questions: number): void {
  const wrong = lines.filter((line) => !line.asExpected).length;
  print(`${lines.length - wrong} of ${lines.length} verdicts as expected, from ${questions} DNS questions.`);
  print(`Pictures: ${PICTURE_DIR}`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
