import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { FormDialog, useAction } from '@freehold/plugin-tenancy-react';
import { useId, useState } from 'react';
import { pricesApiRef, type PriceBook } from '../../api';
import { countDifferences, type PriceRow } from '../../domain/PriceBookForm';
import { pricesTranslationRef } from '../../pricesTranslation';
import { today } from './formatDay';
import styles from './PublishDialog.module.css';

/** Says what publishing changes, for whom, and from which day, before it is done. */
export function PublishDialog(props: {
  onClose: () => void;
  book: PriceBook;
  compared: PriceBook | undefined;
  rows: PriceRow[];
  isSaved: boolean;
  onPublished: () => Promise<unknown>;
}) {
  const { book, compared, rows, isSaved, onClose, onPublished } = props;
  const { t } = useTranslationRef(pricesTranslationRef);
  const api = useApi(pricesApiRef);
  const [day, setDay] = useState(today());
  const { run, isRunning, error } = useAction(async () => {
    await api.publishPriceBook(book.priceBookId, day);
    await onPublished();
    onClose();
  });
  const { up, down, rest } = countDifferences(rows);
  return (
    <FormDialog
      title={t('publish.title', { version: book.version })}
      action={t('publish.action')}
      isDisabled={!isSaved || !day}
      isRunning={isRunning}
      error={error}
      errorTitle={t('publish.failed')}
      onSubmit={() => run()}
      onClose={onClose}
    >
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
      <DayField value={day} onChange={setDay} />
      {!isSaved && <Text as="p">{t('publish.saveFirst')}</Text>}
    </FormDialog>
  );
}

/** The date field of @backstage/ui wants values of a calendar library. */
function DayField(props: { value: string; onChange: (day: string) => void }) {
  const { value, onChange } = props;
  const { t } = useTranslationRef(pricesTranslationRef);
  const id = useId();
  return (
    <div className={styles.day}>
      <label htmlFor={id}>{t('publish.day')}</label>
      <span id={`${id}-hint`}>{t('publish.dayHint')}</span>
      <input
        id={id}
        type="date"
        aria-describedby={`${id}-hint`}
        value={value}
        min={today()}
        required
        onChange={event => onChange(event.target.value)}
      />
    </div>
  );
}
