import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { ErrorPanel, Page, useAction } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { pricesApiRef, type PriceBook, type PriceBookList } from '../../api';
import {
  changesOfPriceBook,
  isCurrency,
  isPriceBookFormValid,
  priceRows,
  toPriceBookForm,
  wrongAmounts,
  type PriceBookForm,
} from '../../domain/PriceBookForm';
import { usePricesPaths } from '../../hooks/usePricesPaths';
import { pricesTranslationRef } from '../../pricesTranslation';
import { DraftField } from '../parts/DraftField';
import { DraftActions } from './DraftActions';
import styles from './DraftEditor.module.css';
import { PriceBookAnswer } from './PriceBookAnswer';
import { PriceTable } from './PriceTable';
import table from './PriceTable.module.css';
import { StandingChip } from './StandingChip';

const LONGEST_SOURCE = 500;

/** A draft of the prices, to be edited, published or thrown away. */
export function DraftEditor(props: {
  book: PriceBook;
  compared: PriceBook | undefined;
  list: PriceBookList;
  refresh: () => Promise<unknown>;
}) {
  const { book, compared, refresh } = props;
  const { t } = useTranslationRef(pricesTranslationRef);
  const api = useApi(pricesApiRef);
  const paths = usePricesPaths();
  const [form, setForm] = useState(() => toPriceBookForm(book));
  const change = (part: Partial<PriceBookForm>) =>
    setForm(present => ({ ...present, ...part }));
  const changes = changesOfPriceBook(book, form);
  const isValid = isPriceBookFormValid(form);
  const save = useAction(async () => {
    if (!changes) return;
    await api.updatePriceBook(book.priceBookId, changes);
    await refresh();
  });
  const rows = priceRows(form, compared);
  const wrong = wrongAmounts(form);

  return (
    <Page
      title={book.version}
      breadcrumbs={[{ label: t('title'), href: paths.list }]}
      chip={<StandingChip standing="draft" />}
      answer={
        <PriceBookAnswer
          rows={rows}
          currency={form.currency}
          isDraft
          compared={compared}
        />
      }
      actions={
        <DraftActions
          book={book}
          compared={compared}
          rows={rows}
          isSaved={!changes}
          refresh={refresh}
        />
      }
    >
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault();
          if (isValid) save.run();
        }}
      >
        <div className={styles.head}>
          <DraftField
            className={styles.currency}
            label={t('facts.currency')}
            maxLength={3}
            value={form.currency}
            onChange={text => change({ currency: text.toUpperCase() })}
            problem={
              isCurrency(form.currency) ? undefined : t('book.currencyProblem')
            }
            showsAll
          />
          <DraftField
            className={styles.source}
            label={t('facts.source')}
            maxLength={LONGEST_SOURCE}
            value={form.source}
            onChange={source => change({ source })}
            problem={form.source.trim() ? undefined : t('book.sourceProblem')}
            showsAll
          />
        </div>
        <PriceTable
          rows={rows}
          currency={form.currency}
          compared={compared}
          renderAmount={({ key }, label) => (
            <DraftField
              className={table.amount}
              aria-label={label}
              inputMode="decimal"
              maxLength={19}
              placeholder={t('book.none')}
              value={form.amounts[key] ?? ''}
              onChange={text =>
                change({
                  amounts: { ...form.amounts, [key]: toDecimal(text) },
                })
              }
              problem={wrong.has(key) ? t('book.amountProblem') : undefined}
              showsAll={false}
            />
          )}
        />
        <div className={styles.foot}>
          {save.error && (
            <ErrorPanel error={save.error} title={t('book.saveFailed')} />
          )}
          <Button
            type="submit"
            variant={changes ? 'primary' : 'secondary'}
            size="medium"
            isDisabled={!changes || !isValid}
            isPending={save.isRunning}
          >
            {t('book.save')}
          </Button>
          <Text role="status" color="secondary">
            {changes ? t('book.unsaved') : t('book.saved')}
          </Text>
        </div>
      </form>
    </Page>
  );
}

/** People type the comma of their language, and leave room around a number. */
function toDecimal(text: string): string {
  return text.trim().replace(',', '.');
}
