import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { useState } from 'react';
import { ChooseFactor } from '../components/factors/ChooseFactor';
import { PasskeyEnrolment } from '../components/factors/PasskeyEnrolment';
import { RecoveryCodes } from '../components/factors/RecoveryCodes';
import { TotpEnrolment } from '../components/factors/TotpEnrolment';
import { securityTranslationRef } from '../securityTranslation';
import type { Enrolled, Session } from '../session';
import { SignInLayout } from './SignInLayout';
import { useSecurityClient } from './useSignIn';

/** Sets up the second factor that a role needs, and then goes on. */
export function EnrolAtSignIn(props: {
  onSignedIn: (session: Session) => void;
  onBack: () => void;
}) {
  const { onSignedIn, onBack } = props;
  const { t } = useTranslationRef(securityTranslationRef);
  const client = useSecurityClient();
  const [kind, setKind] = useState<'totp' | 'passkey'>();
  const [enrolled, setEnrolled] = useState<Enrolled>();

  if (enrolled?.recoveryCodes) {
    return (
      <SignInLayout title={t('recovery.title')} lead={t('recovery.lead')}>
        <RecoveryCodes
          codes={enrolled.recoveryCodes}
          onKept={() => onSignedIn(enrolled.signedIn!)}
        />
      </SignInLayout>
    );
  }
  const finish = (result: Enrolled) => setEnrolled(result);
  return (
    <SignInLayout title={t('enrol.title')} lead={t('enrol.lead')}>
      {!kind && <ChooseFactor onChoose={setKind} />}
      {kind === 'totp' && <TotpEnrolment client={client} onDone={finish} />}
      {kind === 'passkey' && (
        <PasskeyEnrolment client={client} onDone={finish} />
      )}
      <Button
        variant="tertiary"
        onPress={() => (kind ? setKind(undefined) : onBack())}
      >
        {kind ? t('cancel') : t('challenge.back')}
      </Button>
    </SignInLayout>
  );
}
