// Our own corrections to the requirements model of FOCUS 1.2, on top of the
// errata overlay. Each sets right an encoding that contradicts its own
// sentence, or gives an encoding to a sentence that a file alone can answer.
// `off` says why a rule is not checked at all.

/**
 * @typedef {Record<string, unknown>} Check
 * @typedef {{ why: string, require?: Check, when?: Check, off?: true }} Correction
 */

/** @param {string} column @param {string | null} value */
const is = (column, value) => ({ check: 'CheckValue', column, value });
/** @param {string} column @param {string | null} value */
const isNot = (column, value) => ({ check: 'CheckNotValue', column, value });
/** @param {string} column */
const decimal = column => ({ check: 'CheckDecimalValue', column });
/** @param {...Check} items */
const all = (...items) => ({ check: 'AND', items });
/** @param {...Check} items */
const any = (...items) => ({ check: 'OR', items });

const notNullIsNotDecimal =
  'published as "is not null"; the sentence asks for a valid decimal value';
const sentenceIsCheckable =
  'published without a requirement, though the file alone can answer the sentence';

/** @type {Record<string, Correction>} */
export const corrections = {
  'ConsumedQuantity-C-006-C': {
    why: 'the published condition is ChargeClass = "Correction"; the sentence says "is not"',
    when: isNot('ChargeClass', 'Correction'),
  },
  'CommitmentDiscountQuantity-C-007-C': {
    why: 'the published condition includes corrections, where CommitmentDiscountQuantity-C-006-C allows a value',
    when: any(
      all(
        isNot('ChargeCategory', 'Usage'),
        isNot('ChargeCategory', 'Purchase'),
      ),
      is('CommitmentDiscountId', null),
    ),
  },
  'PricingCurrencyEffectiveCost-C-004-M': {
    why: 'published as PricingCurrencyListUnitPrice >= 0; the sentence asks for a valid decimal value of PricingCurrencyEffectiveCost',
    require: decimal('PricingCurrencyEffectiveCost'),
  },
  'EffectiveCost-C-004-M': {
    why: notNullIsNotDecimal,
    require: decimal('EffectiveCost'),
  },
  'ListCost-C-004-M': {
    why: notNullIsNotDecimal,
    require: decimal('ListCost'),
  },
  'ContractedCost-C-004-M': {
    why: notNullIsNotDecimal,
    require: decimal('ContractedCost'),
  },
  'PricingQuantity-C-008-M': {
    why: notNullIsNotDecimal,
    require: decimal('PricingQuantity'),
  },
  'InvoiceId-C-005-C': {
    why: 'published without its condition: whether a charge is associated with an invoice is not in the file',
    off: true,
  },
  'PricingCurrencyContractedUnitPrice-C-004-C': {
    why: sentenceIsCheckable,
    require: is('PricingCurrencyContractedUnitPrice', null),
  },
  'PricingCurrencyContractedUnitPrice-C-005-C': {
    why: sentenceIsCheckable,
    require: isNot('PricingCurrencyContractedUnitPrice', null),
  },
  'PricingCurrencyContractedUnitPrice-C-008-C': {
    why: sentenceIsCheckable,
    require: {
      check: 'CheckGreaterOrEqualThanValue',
      column: 'PricingCurrencyContractedUnitPrice',
      value: '0',
    },
  },
  'ConsumedQuantity-C-008-C': {
    why: sentenceIsCheckable,
    require: decimal('ConsumedQuantity'),
  },
  'CommitmentDiscountQuantity-C-009-M': {
    why: sentenceIsCheckable,
    require: decimal('CommitmentDiscountQuantity'),
  },
  'ContractedCost-C-009-C': {
    why: sentenceIsCheckable,
    require: {
      check: 'ColumnByColumnEqualsColumnValue',
      columns: ['ContractedUnitPrice', 'PricingQuantity', 'ContractedCost'],
    },
  },
  'SkuPriceDetails-C-002-O': {
    why: sentenceIsCheckable,
    require: { check: 'PropertyKeysPascalCase', column: 'SkuPriceDetails' },
  },
  'ColumnHandling-A-005-O': {
    why: sentenceIsCheckable,
    require: { check: 'ColumnNamesAtMost50Characters' },
  },
  'ColumnHandling-A-010-M': {
    why: sentenceIsCheckable,
    require: { check: 'CustomColumnsPrefixed' },
  },
  'ColumnHandling-A-013-O': {
    why: sentenceIsCheckable,
    require: { check: 'CustomColumnsLast' },
  },
};
