import { useApi } from '@backstage/frontend-plugin-api';
import { SITE_NAME_PATTERN } from '@freehold/plugin-sites-common';
import { useEffect, useState } from 'react';
import { sitesApiRef } from '../api';

export type NameCheck =
  | { step: 'idle' }
  | { step: 'invalid' }
  | { step: 'checking' }
  | { step: 'free' }
  | { step: 'taken'; reason?: string }
  | { step: 'failed'; error: Error };

const TYPING_MS = 300;
const pattern = new RegExp(SITE_NAME_PATTERN);

/** Whether a name is free, asked once its typing pauses. */
export function useSiteNameCheck(
  customer: string | undefined,
  name: string,
): NameCheck {
  const api = useApi(sitesApiRef);
  const [check, setCheck] = useState<NameCheck>({ step: 'idle' });

  useEffect(() => {
    if (!name || !customer) {
      setCheck({ step: 'idle' });
      return undefined;
    }
    if (!pattern.test(name)) {
      setCheck({ step: 'invalid' });
      return undefined;
    }
    setCheck({ step: 'checking' });
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const result = await api.checkSiteName(customer, name).then(
        ({ available, reason }): NameCheck =>
          available ? { step: 'free' } : { step: 'taken', reason },
        (error): NameCheck => ({ step: 'failed', error }),
      );
      if (isCurrent) setCheck(result);
    }, TYPING_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, customer, name]);

  return check;
}
