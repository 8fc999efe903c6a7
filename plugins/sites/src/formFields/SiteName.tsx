import {
  configApiRef,
  useApi,
  useTranslationRef,
  type ApiHolder,
} from '@backstage/frontend-plugin-api';
import type {
  CustomFieldValidator,
  FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { TextField } from '@backstage/ui';
import { PORTAL_CLOUD, SITE_NAME_PATTERN } from '@freehold/plugin-sites-common';
import {
  meApiRef,
  PortalError,
  useErrorText,
} from '@freehold/plugin-tenancy-react';
import {
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiLoader4Line,
} from '@remixicon/react';
import type { z } from 'zod/v3';
import { sitesApiRef } from '../api';
import { siteAddress } from '../domain/siteAddress';
import { useOffering } from '../hooks/useOffering';
import { useSiteNameCheck, type NameCheck } from '../hooks/useSiteNameCheck';
import { sitesTranslationRef } from '../translation';
import { FieldFrame } from './FieldFrame';
import styles from './SiteName.module.css';
import { translate } from './translate';
import { useFormValues, useOrderCustomer } from './useFormValues';

/** A site's name, checked while it is typed, with the address it will have. */
export function SiteName(props: FieldExtensionComponentProps<string>) {
  const { formData: name = '', onChange } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const config = useApi(configApiRef);
  const customer = useOrderCustomer(props);
  const { placement } = useFormValues(props);
  const check = useSiteNameCheck(customer, name);
  return (
    <FieldFrame>
      <TextField
        label={t('field.name')}
        description={t('field.nameHint')}
        size="medium"
        value={name}
        onChange={typed => onChange(typed.toLowerCase())}
        isRequired
        isInvalid={check.step === 'taken' || check.step === 'invalid'}
        autoComplete="off"
        spellCheck="false"
      />
      <CheckResult
        check={check}
        address={customer && siteAddress(config, customer, name)}
        cloud={placement?.cloud}
      />
    </FieldFrame>
  );
}

function CheckResult(props: {
  check: NameCheck;
  address?: string;
  cloud?: string;
}) {
  const { check } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const explain = useErrorText();
  const line = () => {
    switch (check.step) {
      case 'checking':
        return (
          <>
            <RiLoader4Line aria-hidden size={16} /> {t('field.nameChecking')}
          </>
        );
      case 'free':
        return (
          <span className={styles.free}>
            <RiCheckboxCircleLine aria-hidden size={16} />
            <span>
              <FreeName {...props} />
            </span>
          </span>
        );
      case 'taken':
        return (
          <span className={styles.taken}>
            <RiErrorWarningLine aria-hidden size={16} />
            {check.reason ?? t('field.nameTaken')}
          </span>
        );
      case 'invalid':
        return (
          <span className={styles.taken}>
            <RiErrorWarningLine aria-hidden size={16} />
            {t('field.nameInvalid')}
          </span>
        );
      case 'failed':
        return <>{explain(check.error)}</>;
      default:
        return null;
    }
  };
  return (
    <p className={styles.result} role="status">
      {line()}
    </p>
  );
}

/** That a name is free, and its address as far as the portal gives it. */
function FreeName(props: { address?: string; cloud?: string }) {
  const { address, cloud } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const { data: offering } = useOffering();
  const possible = (offering?.clouds ?? []).filter(
    ({ id }) => !cloud || id === cloud,
  );
  const own = possible.find(({ id }) => id === PORTAL_CLOUD);
  if (!own || !address) return <>{t('field.nameFreeElsewhere')}</>;
  if (possible.length === 1) {
    return (
      <>
        {t('field.nameFree')} <strong>{address}</strong>
      </>
    );
  }
  return (
    <>
      {t('field.nameFreeOn', { cloud: own.title })} <strong>{address}</strong>.{' '}
      {t('field.otherAddresses')}
    </>
  );
}

/** Whether the order may go on with this name. */
export const validateSiteName: CustomFieldValidator<string> = async (
  name,
  validation,
  { apiHolder, formData },
) => {
  if (!new RegExp(SITE_NAME_PATTERN).test(name ?? '')) {
    validation.addError(translate(apiHolder, 'name'));
    return;
  }
  const customer = await orderingCustomer(apiHolder, formData.customer);
  if (!customer) {
    validation.addError(translate(apiHolder, 'customer'));
    return;
  }
  const check = await checkName(apiHolder, customer, name);
  if (check?.available === false) {
    validation.addError(check.reason ?? translate(apiHolder, 'nameTaken'));
  }
};

export const siteNameField = createFormField<z.ZodType<string>, z.ZodType>({
  name: 'FreeholdSiteName',
  component: SiteName,
  validation: validateSiteName,
});

async function orderingCustomer(apiHolder: ApiHolder, chosen: unknown) {
  const me = await apiHolder.get(meApiRef)?.load();
  return me?.kind === 'member' ? me.tenant : String(chosen ?? '');
}

/** Absent when the check cannot be made: the order itself checks again. */
async function checkName(apiHolder: ApiHolder, customer: string, name: string) {
  try {
    return await apiHolder.get(sitesApiRef)?.checkSiteName(customer, name);
  } catch (error) {
    if (error instanceof PortalError) return undefined;
    throw error;
  }
}
