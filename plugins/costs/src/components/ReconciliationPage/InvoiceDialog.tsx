import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text, TextField } from '@backstage/ui';
import { FormDialog, Money, useAction } from '@freehold/plugin-tenancy-react';
import { useState } from 'react';
import { costsApiRef, type Reconciliation } from '../../api';
import { formatMonth } from '../../domain/formatDays';
import { importsTranslationRef } from '../../importsTranslation';

const AMOUNT = /^-?\d{1,18}(\.\d{1,18})?$/;

/** Takes what an invoice says, and why its rows say something else. */
export function InvoiceDialog(props: {
  of: Reconciliation;
  onClose: () => void;
  onDone: () => Promise<unknown>;
}) {
  const { of, onClose, onDone } = props;
  const { currency, invoiceId, period, source } = of;
  const { t } = useTranslationRef(importsTranslationRef);
  const api = useApi(costsApiRef);
  const [total, setTotal] = useState(of.invoiced ?? '');
  const [explanation, setExplanation] = useState(of.explanation ?? '');
  const isAmount = AMOUNT.test(total);
  const named = { period, invoiceId, currency };
  const done = async () => {
    await onDone();
    onClose();
  };
  const save = useAction(async () => {
    await api.setInvoiceTotal(source, {
      ...named,
      total,
      explanation: explanation.trim() || undefined,
    });
    await done();
  });
  const takeBack = useAction(async () => {
    await api.removeInvoiceTotal(source, named);
    await done();
  });
  return (
    <FormDialog
      title={
        invoiceId
          ? t('reconciliation.dialog', { invoice: invoiceId })
          : t('reconciliation.dialogUnnamed')
      }
      action={t('reconciliation.save')}
      otherAction={
        of.invoiced !== undefined && (
          <Button
            variant="secondary"
            isDisabled={takeBack.isRunning}
            onPress={() => takeBack.run()}
          >
            {t('reconciliation.takeBack')}
          </Button>
        )
      }
      isDisabled={!isAmount}
      isRunning={save.isRunning}
      error={save.error ?? takeBack.error}
      errorTitle={t('reconciliation.refused')}
      onSubmit={() => save.run()}
      onClose={onClose}
    >
      <Text as="p">
        {t('reconciliation.rowsSay', {
          source: of.sourceName,
          month: formatMonth(period),
          rows: of.charges.toLocaleString(),
        })}{' '}
        <Money amount={of.charged} currency={currency} isExact />
      </Text>
      <TextField
        label={t('reconciliation.total', { currency })}
        description={t('reconciliation.totalHint')}
        autoComplete="off"
        value={total}
        onChange={setTotal}
        validate={() =>
          total === '' || isAmount ? null : t('reconciliation.totalProblem')
        }
        validationBehavior="aria"
        isRequired
      />
      <TextField
        label={t('reconciliation.explanation')}
        description={t('reconciliation.explanationHint')}
        maxLength={500}
        autoComplete="off"
        value={explanation}
        onChange={setExplanation}
      />
    </FormDialog>
  );
}
