import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import type { TenantChoice } from '../session';
import { tenancyTranslationRef } from '../translation';
import { SignInLayout } from './SignInLayout';
import styles from './SignInLayout.module.css';
import { SignInProblem } from './SignInProblem';

/** For people whose password opens the accounts of several customers. */
export function ChooseCustomer(props: {
  choices: TenantChoice[];
  error?: Error;
  isBusy: boolean;
  onChoose: (tenant: string) => void;
  onBack: () => void;
}) {
  const { choices, error, isBusy, onChoose, onBack } = props;
  const { t } = useTranslationRef(tenancyTranslationRef);
  return (
    <SignInLayout title={t('choose.title')} lead={t('choose.lead')}>
      <Flex direction="column" gap="4">
        {error && <SignInProblem error={error} secondsLeft={0} />}
        <ul className={styles.choices}>
          {choices.map(({ tenant, name }) => (
            <li key={tenant}>
              <Button
                variant="secondary"
                size="medium"
                isDisabled={isBusy}
                iconEnd={<RiArrowRightLine />}
                onPress={() => onChoose(tenant)}
              >
                {name}
              </Button>
            </li>
          ))}
        </ul>
      </Flex>
      <Button variant="tertiary" onPress={onBack}>
        {t('choose.back')}
      </Button>
    </SignInLayout>
  );
}
