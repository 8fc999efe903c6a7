import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import { ErrorPanel } from '@freehold/plugin-tenancy-react';
import { useId, useState, type FormEvent } from 'react';
import { pricesApiRef, type PriceBook } from '../../api';
import { countDifferences, type PriceRow } from '../../domain/PriceBookForm';
import { useAction } from '../../hooks/useAction';
import { pricesTranslationRef } from '../../pricesTranslation';
import { today } from './formatDay';
import styles from './PublishDialog.module.css';

interface PublishProps {
  isOpen: boolean;
  onClose: () => void;
  book: PriceBook;
  compared: PriceBook | undefined;
  rows: PriceRow[];
  isSaved: boolean;
  onPublished: () => Promise<unknown>;
}

/** Says what publishing changes, for whom, and from which day, before it is done. */
export function PublishDialog(props: PublishProps) {
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={isOpen => !isOpen && props.onClose()}
      width={480}
    >
      <PublishForm {...props} />
    </Dialog>
  );
}

function PublishForm(props: PublishProps) {
  const { book, compared, rows, isSaved, onClose, onPublished } = props;
  const { t } = useTranslationRef(pricesTranslationRef);
  const api = useApi(pricesApiRef);
  const [day, setDay] = useState(today());
  const id = useId();
  const publish = useAction(async () => {
    await api.publishPriceBook(book.priceBookId, day);
    await onPublished();
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSaved && day) publish.run();
  };
  const { up, down, rest } = countDifferences(rows);
  return (
    <form onSubmit={submit}>
      <DialogHeader>
        {t('publish.title', { version: book.version })}
      </DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text as="p">{t('publish.consequence')}</Text>
          {compared && (
            <Text as="p">
              {t('publish.changes', {
                version: compared.version,
                up: String(up),
                down: String(down),
                rest: String(rest),
              })}
            </Text>
          )}
          {/* @backstage/ui's own date field wants a calendar library's values. */}
          <div className={styles.day}>
            <label htmlFor={id}>{t('publish.day')}</label>
            <span id={`${id}-hint`}>{t('publish.dayHint')}</span>
            <input
              id={id}
              type="date"
              aria-describedby={`${id}-hint`}
              value={day}
              min={today()}
              required
              onChange={event => setDay(event.target.value)}
            />
          </div>
          {!isSaved && <Text as="p">{t('publish.saveFirst')}</Text>}
          {publish.error && (
            <ErrorPanel error={publish.error} title={t('publish.failed')} />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button slot="close" variant="secondary">
          {t('publish.cancel')}
        </Button>
        <Button
          type="submit"
          variant="primary"
          isDisabled={!isSaved || !day}
          isPending={publish.isRunning}
        >
          {t('publish.action')}
        </Button>
      </DialogFooter>
    </form>
  );
}
