import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { ORDER_PATH } from '../../navigation/entries';
import { appTranslationRef } from '../../translation';

/** Leads to the order form. */
export function OrderButton() {
  const { t } = useTranslationRef(appTranslationRef);
  return (
    <ButtonLink href={ORDER_PATH} variant="primary" iconStart={<RiAddLine />}>
      {t('home.order')}
    </ButtonLink>
  );
}
