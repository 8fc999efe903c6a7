import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import { PRICE_VERSION_PATTERN } from '@freehold/plugin-sites-common';
import { ErrorPanel } from '@freehold/plugin-tenancy-react';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { pricesApiRef } from '../../api';
import { useAction } from '../../hooks/useAction';
import { usePricesPaths } from '../../hooks/usePricesPaths';
import { pricesTranslationRef } from '../../pricesTranslation';
import { today } from './formatDay';

const LONGEST_SOURCE = 500;
const version = new RegExp(PRICE_VERSION_PATTERN);

interface NewDraftProps {
  isOpen: boolean;
  onClose: () => void;
  onBegun: () => Promise<unknown>;
}

/** Begins a draft of what holds now, and leads to it. */
export function NewDraftDialog(props: NewDraftProps) {
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={isOpen => !isOpen && props.onClose()}
      width={480}
    >
      <NewDraftForm {...props} />
    </Dialog>
  );
}

function NewDraftForm({ onBegun }: NewDraftProps) {
  const { t } = useTranslationRef(pricesTranslationRef);
  const api = useApi(pricesApiRef);
  const paths = usePricesPaths();
  const navigate = useNavigate();
  const [name, setName] = useState(today().slice(0, 7));
  const [source, setSource] = useState('');
  const begin = useAction(async () => {
    const draft = await api.createPriceBook({
      version: name.trim(),
      source: source.trim(),
    });
    await onBegun();
    navigate(paths.book(draft.priceBookId));
  });
  const isReady = version.test(name.trim()) && source.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) begin.run();
  };
  return (
    <form onSubmit={submit}>
      <DialogHeader>{t('draft.title')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text as="p">{t('draft.lead')}</Text>
          <TextField
            label={t('draft.version')}
            description={t('draft.versionHint', { example: '2026-12' })}
            value={name}
            onChange={setName}
            maxLength={40}
            autoComplete="off"
            isRequired
          />
          <TextAreaField
            label={t('draft.source')}
            description={t('draft.sourceHint')}
            value={source}
            onChange={setSource}
            maxLength={LONGEST_SOURCE}
            isRequired
          />
          {begin.error && (
            <ErrorPanel error={begin.error} title={t('draft.failed')} />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('draft.cancel')}
        </Button>
        <Button
          type="submit"
          variant="primary"
          isDisabled={!isReady}
          isPending={begin.isRunning}
        >
          {t('draft.submit')}
        </Button>
      </DialogFooter>
    </form>
  );
}
