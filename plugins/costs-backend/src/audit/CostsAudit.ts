import { BUSINESS_TENANT } from '@freehold/plugin-tenancy-common';
import type { Outbox, TenantTransaction } from '@freehold/plugin-tenancy-node';
import type { InvoiceKey } from '../database/InvoicesStore';
import type { SavedView } from '../domain/SavedView';
import type { Import } from '../domain/Import';
import type { Markup } from '../domain/Markup';
import type { Source } from '../domain/Source';
import type { TagPolicy } from '../tags/TagPolicy';

/** Puts on the record what happens to sources and their charges. */
export class CostsAudit {
  static create(outbox: Pick<Outbox, 'recordAudit'>): CostsAudit {
    return new CostsAudit(outbox);
  }

  private constructor(private readonly outbox: Pick<Outbox, 'recordAudit'>) {}

  async sourceCreated(trx: TenantTransaction, source: Source): Promise<void> {
    await this.outbox.recordAudit(trx, {
      tenant: BUSINESS_TENANT,
      action: 'createSource',
      object: { kind: 'cost-source', id: source.sourceId, name: source.name },
      after: { name: source.name, ...source.defaults },
    });
  }

  async importReceived(
    trx: TenantTransaction,
    received: Import,
  ): Promise<void> {
    const { bytes, corrects, fileName, importId, sha256, sourceName } =
      received;
    await this.outbox.recordAudit(trx, {
      tenant: BUSINESS_TENANT,
      action: corrects ? 'correctRejectedRows' : 'importCharges',
      object: { kind: 'cost-import', id: importId, name: fileName },
      after: {
        source: sourceName,
        bytes,
        sha256,
        ...(received.mode === 'add' && { mode: 'add' }),
        ...(corrects && { corrects }),
        ...(received.origin && { origin: received.origin }),
      },
    });
  }

  /** @param markup.after - undefined when it was taken back */
  async markupSet(
    trx: TenantTransaction,
    markup: { before?: Markup; after?: Markup },
  ): Promise<void> {
    const { after, before } = markup;
    const { customer, markupId, serviceCategory, validFrom } = (after ??
      before)!;
    const say = (said?: Markup) =>
      said && {
        customer: customer ?? null,
        service: serviceCategory ?? null,
        from: validFrom,
        percent: said.percent,
      };
    await this.outbox.recordAudit(trx, {
      tenant: BUSINESS_TENANT,
      action: after ? 'setMarkup' : 'removeMarkup',
      object: { kind: 'cost-markup', id: markupId },
      before: say(before),
      after: say(after),
    });
  }

  /** A view that is not shared is named to nobody, not even here. */
  async viewChanged(
    trx: TenantTransaction,
    action: 'saveView' | 'updateView' | 'deleteView',
    tenant: string,
    { after, before }: { before?: SavedView; after?: SavedView },
  ): Promise<void> {
    const say = (view?: SavedView) =>
      view && {
        isShared: view.isShared,
        ...(view.isShared && { name: view.name }),
      };
    const named = [after, before].find(view => view?.isShared);
    await this.outbox.recordAudit(trx, {
      tenant,
      action,
      object: {
        kind: 'cost-view',
        id: (after ?? before)!.viewId,
        ...(named && { name: named.name }),
      },
      before: say(before),
      after: say(after),
    });
  }

  /** @param totals.after - undefined when it was taken back */
  async invoiceTotalSet(
    trx: TenantTransaction,
    invoice: InvoiceKey & { name: string },
    totals: {
      before?: { total: string; explanation?: string };
      after?: { total: string; explanation?: string };
    },
    action = totals.after ? 'setInvoiceTotal' : 'removeInvoiceTotal',
  ): Promise<void> {
    const { billingPeriod, currency, invoiceId, name, sourceId } = invoice;
    const say = (said?: { total: string; explanation?: string }) =>
      said && {
        invoice: invoiceId,
        period: billingPeriod,
        total: `${said.total} ${currency}`,
        explanation: said.explanation ?? null,
      };
    await this.outbox.recordAudit(trx, {
      tenant: BUSINESS_TENANT,
      action,
      object: { kind: 'cost-source', id: sourceId, name },
      before: say(totals.before),
      after: say(totals.after),
    });
  }

  /** What was asked of tags before and after, without the lists of accounts. */
  async tagPolicySet(
    trx: TenantTransaction,
    { after, before }: { before: TagPolicy; after: TagPolicy },
  ): Promise<void> {
    const say = ({ schema, version }: TagPolicy) => ({
      version,
      required: namesOf(schema.requirements.filter(it => it.required)),
      normalised: namesOf(schema.requirements),
      accounts: schema.accounts.length,
      virtual: namesOf(schema.virtual),
    });
    await this.outbox.recordAudit(trx, {
      tenant: BUSINESS_TENANT,
      action: 'setTagPolicy',
      object: { kind: 'tag-policy', id: String(after.version) },
      before: say(before),
      after: say(after),
    });
  }
}

function namesOf(tags: readonly { key: string }[]): string {
  return tags.map(({ key }) => key).join(', ');
}
