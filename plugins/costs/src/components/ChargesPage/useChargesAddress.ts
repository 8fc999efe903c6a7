import { useLocation, useSearchParams } from 'react-router-dom';
import type { Charge, ChargeRef } from '../../api';
import { readFigure } from '../../domain/drillDown';

type OpenedCharge = ChargeRef & { customer: string };

const DEFAULT_LIMIT = 50;

/** Which page of the charges is shown, and which one is open, in the address. */
export function useChargesAddress() {
  const [params, setParams] = useSearchParams();
  const { pathname } = useLocation();

  const changed = (changes: Record<string, string | undefined>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) next.delete(name);
      else next.set(name, value);
    }
    return next;
  };
  return {
    offset: toCount(params.get('offset'), 0),
    limit: Math.min(toCount(params.get('limit'), DEFAULT_LIMIT), 200),
    figure: readFigure(params.get('figure')),
    opened: readCharge(params.get('charge')),
    setOffset: (offset: number) =>
      setParams(changed({ offset: offset ? String(offset) : undefined })),
    setLimit: (limit: number) =>
      setParams(changed({ limit: String(limit), offset: undefined })),
    hrefOf: (charge: Charge) =>
      `${pathname}?${changed({ charge: writeCharge(charge) })}`,
    close: () => setParams(changed({ charge: undefined })),
  };
}

function writeCharge(charge: Charge): string {
  const { customer, period, source, row, part } = charge;
  return [customer, period, source, row, part].join('/');
}

function readCharge(text: string | null): OpenedCharge | undefined {
  const [customer, period, source, row, part] = (text ?? '').split('/');
  if (!part) return undefined;
  return {
    customer,
    period,
    source,
    row: toCount(row, 0),
    part: toCount(part, 0),
  };
}

function toCount(text: string | null, otherwise: number): number {
  return text && /^\d{1,15}$/.test(text) ? parseInt(text, 10) : otherwise;
}
