/** A domain as people write it, and beside it as mail servers do, where the two differ (RFC 5890 §2.3.2). */
export function DomainName({ domain, unicode }: { domain: string; unicode: string }) {
  return (
    <>
      <bdi class="domain">{unicode}</bdi>
      {unicode !== domain && (
        <>
          {' '}
          <bdi class="a-label">
            <code>{domain}</code>
          </bdi>
        </>
      )}
    </>
  );
}
