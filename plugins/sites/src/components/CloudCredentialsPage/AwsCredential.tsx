import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex } from '@backstage/ui';
import {
  ConfirmByName,
  CopyableId,
  EmptyState,
  Facts,
  RelativeTime,
  Section,
} from '@freehold/plugin-tenancy-react';
import { RiKey2Line } from '@remixicon/react';
import { useState } from 'react';
import { sitesApiRef, type CloudCredential } from '../../api';
import { sitesTranslationRef } from '../../translation';
import { PersonName } from '../parts/PersonName';
import { CredentialDialog } from './CredentialDialog';

/** The AWS account that sites of a tenant are made in. */
export function AwsCredential(props: {
  tenant: string;
  credential: CloudCredential | undefined;
  externalId: string;
  refresh: () => Promise<unknown>;
}) {
  const { tenant, credential, externalId, refresh } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const [isEntering, setEntering] = useState(false);
  return (
    <Section title="AWS" description={t('credentials.description')}>
      {credential ? (
        <>
          <CredentialFacts credential={credential} />
          <Flex gap="2">
            <Button
              variant="secondary"
              size="medium"
              onPress={() => setEntering(true)}
            >
              {t('credentials.replace')}
            </Button>
            <RemoveCredential credential={credential} refresh={refresh} />
          </Flex>
        </>
      ) : (
        <EmptyState
          icon={RiKey2Line}
          title={t('credentials.empty')}
          description={t('credentials.emptyHint')}
          action={
            <Button variant="primary" onPress={() => setEntering(true)}>
              {t('credentials.enter')}
            </Button>
          }
        />
      )}
      <CredentialDialog
        isOpen={isEntering}
        onClose={() => setEntering(false)}
        tenant={tenant}
        present={credential}
        externalId={externalId}
        onSaved={refresh}
      />
    </Section>
  );
}

function CredentialFacts(props: { credential: CloudCredential }) {
  const { credential } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const { account, accessKeyEnding, roleArn, lastUsedAt } = credential;
  return (
    <Facts
      facts={[
        { label: t('credentials.name'), value: credential.name },
        {
          label: t('credentials.account'),
          value: <CopyableId id={account} what={t('credentials.account')} />,
        },
        {
          label: t('credentials.key'),
          value: accessKeyEnding && `…${accessKeyEnding}`,
        },
        {
          label: t('credentials.role'),
          value: roleArn && (
            <CopyableId id={roleArn} what={t('credentials.role')} />
          ),
        },
        {
          label: t('credentials.entered'),
          value: (
            <>
              <RelativeTime at={credential.updatedAt} />,{' '}
              <PersonName entityRef={credential.updatedBy} />
            </>
          ),
        },
        {
          label: t('credentials.used'),
          value: lastUsedAt ? (
            <RelativeTime at={lastUsedAt} />
          ) : (
            t('credentials.neverUsed')
          ),
        },
      ]}
    />
  );
}

function RemoveCredential(props: {
  credential: CloudCredential;
  refresh: () => Promise<unknown>;
}) {
  const { credential, refresh } = props;
  const { t } = useTranslationRef(sitesTranslationRef);
  const api = useApi(sitesApiRef);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="secondary"
        size="medium"
        destructive
        onPress={() => setOpen(true)}
      >
        {t('credentials.remove')}
      </Button>
      <ConfirmByName
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('credentials.removeAsk', { name: credential.name })}
        consequence={t('credentials.removeConsequence')}
        name={credential.name}
        action={t('credentials.remove')}
        onConfirm={async () => {
          await api.removeCloudCredential(
            credential.customer,
            credential.cloud,
          );
          await refresh();
        }}
      />
    </>
  );
}
