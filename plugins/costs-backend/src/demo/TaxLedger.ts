import type { Costs, DemoRow } from './demoRows';

/** What each account was charged before taxes. */
export class TaxLedger {
  private readonly sums = new Map<string | undefined, Costs>();

  enter({ costs, row }: { row: DemoRow; costs: Costs }): DemoRow {
    const sum = this.sumOf(row);
    this.sums.set(row.SubAccountId, {
      billed: sum.billed + costs.billed,
      effective: sum.effective + costs.effective,
      list: sum.list + costs.list,
      contracted: sum.contracted + costs.contracted,
    });
    return row;
  }

  sumOf({ SubAccountId }: DemoRow): Costs {
    return (
      this.sums.get(SubAccountId) ?? {
        billed: 0n,
        effective: 0n,
        list: 0n,
        contracted: 0n,
      }
    );
  }
}
