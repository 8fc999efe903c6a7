import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import {
  ErrorPanel,
  LoadingRows,
  RelativeTime,
  useAction,
} from '@freehold/plugin-tenancy-react';
import { useCallback, useState } from 'react';
import { locksApiRef, type Member, type MemberLock } from '../../api';
import { useMemberLock } from '../../hooks';
import { securityTranslationRef } from '../../securityTranslation';

type Help = 'unlock' | 'reset';

/** Whether a member has to wait at sign-in, and how to help them in. */
export function LockDialog(props: {
  member: Member;
  /** Staff may take second factors away. */
  canReset: boolean;
  onClose: () => void;
}) {
  const { member, onClose } = props;
  const { customer, name, displayName } = member;
  const { t } = useTranslationRef(securityTranslationRef);
  const api = useApi(locksApiRef);
  const lock = useMemberLock(customer, name);
  const [done, setDone] = useState<Help>();
  const { run, isRunning, error } = useAction(
    useCallback(
      async (help: Help) => {
        await (help === 'unlock'
          ? api.unlockMember(customer, name)
          : api.resetSecondFactors(customer, name));
        setDone(help);
        lock.retry();
      },
      [api, customer, name, lock],
    ),
  );
  const canReset = props.canReset && lock.value?.hasSecondFactor === true;

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <DialogHeader>{t('lock.title', { name: displayName })}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {done && (
            <Alert
              role="status"
              status="success"
              icon
              title={
                done === 'unlock'
                  ? t('lock.done', { name: displayName })
                  : t('lock.resetDone')
              }
            />
          )}
          {lock.value && <Standing lock={lock.value} name={displayName} />}
          {!lock.value && !lock.error && <LoadingRows count={2} />}
          {lock.error && <ErrorPanel error={lock.error} onRetry={lock.retry} />}
          {canReset && (
            <Text as="p" color="secondary">
              {t('lock.resetConsequence', { name: displayName })}
            </Text>
          )}
          {error && <ErrorPanel error={error} title={t('lock.failed')} />}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('lock.close')}
        </Button>
        {canReset && (
          <Button
            variant="secondary"
            destructive
            isDisabled={isRunning}
            onPress={() => run('reset')}
          >
            {t('lock.reset')}
          </Button>
        )}
        {lock.value?.lockedUntil && (
          <Button
            variant="primary"
            isPending={isRunning}
            onPress={() => run('unlock')}
          >
            {t('lock.unlock')}
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  );
}

function Standing(props: { lock: MemberLock; name: string }) {
  const { lock, name } = props;
  const { t } = useTranslationRef(securityTranslationRef);
  return (
    <>
      <Text as="p">
        {lock.lockedUntil ? (
          <>
            {t('lock.locked')} <RelativeTime at={lock.lockedUntil} />.
          </>
        ) : (
          t('lock.free', { name })
        )}
      </Text>
      <Text as="p">
        {lock.hasSecondFactor
          ? t('lock.hasSecondFactor')
          : t('lock.noSecondFactor')}
      </Text>
    </>
  );
}
