import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { PortalError } from '@freehold/plugin-tenancy-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { CodeInput } from '../components/factors/CodeInput';
import { RecoveryCodeInput } from '../components/factors/RecoveryCodeInput';
import { securityTranslationRef } from '../securityTranslation';
import {
  signWithPasskey,
  type Challenge,
  type ChallengeKind,
  type FactorAnswer,
} from '../session';
import { ChallengeProblem } from './ChallengeProblem';
import { fieldOf, valueOf } from './fieldOf';
import { SignInLayout } from './SignInLayout';
import styles from './SignInLayout.module.css';
import { useCountdown } from './useCountdown';

type Way = Exclude<ChallengeKind, 'enrol'>;

const LEADS = {
  passkey: 'challenge.leadPasskey',
  code: 'challenge.leadCode',
  recoveryCode: 'challenge.leadRecovery',
} as const;

const SWITCHES = {
  passkey: 'challenge.usePasskey',
  code: 'challenge.useCode',
  recoveryCode: 'challenge.useRecoveryCode',
} as const;

/** The second factor of a sign-in, in whichever way the person has at hand. */
export function AnswerChallenge(props: {
  challenge: Challenge;
  error?: Error;
  isBusy: boolean;
  onAnswer: (answer: FactorAnswer) => void;
  onBack: () => void;
}) {
  const { challenge, isBusy, onAnswer, onBack } = props;
  const { t } = useTranslationRef(securityTranslationRef);
  const ways = challenge.kinds.filter(kind => kind !== 'enrol') as Way[];
  const form = useRef<HTMLFormElement>(null);
  const [way, setWay] = useState<Way>(ways[0]);
  const [cancelled, setCancelled] = useState<Error>();
  const [isChanged, setChanged] = useState(false);
  const error = isChanged ? cancelled : (cancelled ?? props.error);
  const wait =
    props.error instanceof PortalError ? props.error.retryAfterSeconds : 0;
  const secondsLeft = useCountdown(wait ?? 0, props.error);

  useEffect(() => {
    // The page asks for nothing else.
    if (way !== 'passkey') fieldOf(form.current!, way).focus();
  }, [way]);

  const answer = (given: FactorAnswer) => {
    setChanged(false);
    setCancelled(undefined);
    onAnswer(given);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy || secondsLeft > 0) return;
    if (way === 'passkey') {
      await signWithPasskey(challenge.passkey!).then(
        passkey => answer({ passkey }),
        setCancelled,
      );
    } else {
      answer({ [way]: valueOf(event.currentTarget, way) });
    }
  };

  return (
    <SignInLayout title={t('challenge.title')} lead={t(LEADS[way])}>
      <form ref={form} className={styles.form} onSubmit={submit}>
        {error && (
          <ChallengeProblem error={error} way={way} secondsLeft={secondsLeft} />
        )}
        {way === 'code' && <CodeInput label={t('challenge.code')} />}
        {way === 'recoveryCode' && (
          <RecoveryCodeInput label={t('challenge.recoveryCode')} />
        )}
        <Button
          type="submit"
          variant="primary"
          size="medium"
          className={styles.submit}
          isPending={isBusy}
          isDisabled={secondsLeft > 0}
        >
          {way === 'passkey'
            ? t('challenge.usePasskey')
            : t('challenge.submit')}
        </Button>
      </form>
      <div className={styles.others}>
        {ways
          .filter(other => other !== way)
          .map(other => (
            <Button
              key={other}
              variant="tertiary"
              onPress={() => {
                setWay(other);
                setCancelled(undefined);
                setChanged(true);
              }}
            >
              {t(SWITCHES[other])}
            </Button>
          ))}
        <Button variant="tertiary" onPress={onBack}>
          {t('challenge.back')}
        </Button>
      </div>
    </SignInLayout>
  );
}
