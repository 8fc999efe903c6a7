import type { Database } from '../portal/Database.ts';
import type { Portal } from '../portal/Portal.ts';
import type { Attributes } from './Kind.ts';
import { openSealed } from './openSealed.ts';

/** One resource that a state says there is. */
export interface StateResource {
  /** As in `module.network[0].aws_vpc.this`. */
  address: string;
  type: string;
  attributes: Attributes;
}

/** The newest Terraform state of a site, as the portal keeps it. */
export class SiteState {
  static async read(
    { portal, database }: { portal: Portal; database: Database },
    site: { tenant: string; siteId: string },
  ): Promise<SiteState> {
    const [row] = await database.acrossTenants<{
      version: number;
      ciphertext: Buffer;
    }>(
      `select version, ciphertext from sites.terraform_states
        where tenant_id = $1 and site_id = $2 order by version desc limit 1`,
      [site.tenant, site.siteId],
    );
    const text = openSealed(
      row.ciphertext,
      {
        tenant: site.tenant,
        table: 'terraform_states',
        row: `${site.siteId}/${row.version}`,
        field: 'ciphertext',
      },
      portal.encryptionKey,
    );
    return new SiteState(text.toString('utf8'));
  }

  /** To the byte, as Terraform wrote it. */
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  get resources(): StateResource[] {
    const { resources } = JSON.parse(this.text) as {
      resources: {
        mode: string;
        module?: string;
        type: string;
        name: string;
        instances: { index_key?: string | number; attributes: Attributes }[];
      }[];
    };
    return resources
      .filter(({ mode }) => mode === 'managed')
      .flatMap(({ module, type, name, instances }) =>
        instances.map(({ index_key: index, attributes }) => ({
          address:
            [module, type, name].filter(Boolean).join('.') +
            (index === undefined ? '' : `[${JSON.stringify(index)}]`),
          type,
          attributes,
        })),
      );
  }
}
