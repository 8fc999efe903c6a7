import { Resolver } from 'node:dns/promises';
import type { DnsRecord } from '../domain/Site';
import { normalName } from '../domain/domainRecords';

/** Looks whether records that customers set are in the DNS. */
export class DnsLookup {
  private readonly resolver = new Resolver({ timeout: 3_000, tries: 2 });

  /** @param servers - as `address` or `address:port`; the machine's own when empty */
  constructor(servers: readonly string[] = []) {
    if (servers.length > 0) {
      this.resolver.setServers(servers);
    }
  }

  /** Never throws: a record that cannot be found is not there. */
  async has(record: DnsRecord): Promise<boolean> {
    try {
      return record.type === 'TXT'
        ? await this.hasText(record)
        : await this.hasAlias(record);
    } catch {
      return false;
    }
  }

  private async hasAlias({ name, value }: DnsRecord): Promise<boolean> {
    const aliases = await this.resolver.resolveCname(normalName(name));
    return aliases.map(normalName).includes(normalName(value));
  }

  private async hasText({ name, value }: DnsRecord): Promise<boolean> {
    const texts = await this.resolver.resolveTxt(normalName(name));
    return texts.some(parts => parts.join('') === value);
  }
}
