import type { Workspace } from './Workspace';

/**
 * Functions of SQL that read numbers, instants and JSON as exports write them.
 * Amounts stay text from the file to PostgreSQL: they are checked and respelled
 * here, never cast.
 */
const MACROS = [
  // 1,234.50 is money as spreadsheets write it only where the currency leads:
  // without it the comma may as well be a decimal comma.
  `macro spreadsheet_money(v) as
     case when regexp_full_match(trim(v), '-?\\$-?[0-9]{1,3}(,[0-9]{3})*(\\.[0-9]+)?|-?\\$-?[0-9]+(\\.[0-9]+)?|\\(\\$[0-9]{1,3}(,[0-9]{3})*(\\.[0-9]+)?\\)')
       then (case when contains(v, '-') or contains(v, '(') then '-' else '' end)
         || regexp_replace(v, '[^0-9.]', '', 'g')
     end`,
  // Moves the point by string, so that no digit is lost.
  `macro move_point(sign, whole, fraction, exponent) as
     sign || case
       when length(whole) + exponent <= 0
         then '0.' || repeat('0', -(length(whole) + exponent)) || whole || fraction
       when exponent >= length(fraction)
         then whole || fraction || repeat('0', exponent - length(fraction))
       else left(whole || fraction, length(whole) + exponent) || '.'
         || substr(whole || fraction, length(whole) + exponent + 1)
     end`,
  `macro scientific_number(v) as
     case when regexp_full_match(v, '[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,2})?')
       then move_point(
         case when starts_with(v, '-') then '-' else '' end,
         coalesce(nullif(regexp_extract(v, '^[+-]?([0-9]*)', 1), ''), '0'),
         regexp_extract(v, '\\.([0-9]*)', 1),
         coalesce(try_cast(nullif(regexp_extract(v, '[eE]([+-]?[0-9]+)$', 1), '') as integer), 0))
     end`,
  `macro is_plain_number(v) as regexp_full_match(v, '-?[0-9]+(\\.[0-9]+)?') and length(v) <= 200`,
  `macro exact_number(v) as
     case when length(v) > 200 then null
       when regexp_full_match(v, '-?[0-9]+(\\.[0-9]+)?') then v
       else coalesce(scientific_number(trim(v)), spreadsheet_money(v))
     end`,
  `macro scale_of(v) as length(regexp_extract(v, '\\.([0-9]*)$', 1))`,
  `macro units_of(v, scale) as
     (replace(v, '.', '') || repeat('0', scale - scale_of(v)))::hugeint`,
  `macro respelled(units, scale) as
     move_point(case when units < 0 then '-' else '' end, abs(units)::varchar, '', -scale)`,
  // More digits than 38 are no number then, which rejects the row by name
  // rather than rounding it.
  `macro exact_sum(a, b) as
     case when a is null or b is null then null
       else coalesce(try(respelled(
         units_of(a, greatest(scale_of(a), scale_of(b))) + units_of(b, greatest(scale_of(a), scale_of(b))),
         greatest(scale_of(a), scale_of(b)))), 'too many digits')
     end`,
  `macro exact_product(a, b) as
     case when a is null or b is null then null
       else coalesce(try(respelled(
         units_of(a, scale_of(a)) * units_of(b, scale_of(b)),
         scale_of(a) + scale_of(b))), 'too many digits')
     end`,
  `macro exact_difference(a, b) as
     exact_sum(a, case when starts_with(b, '-') then substr(b, 2) else '-' || b end)`,
  `macro exact_total(a, b) as
     case when a is null then b when b is null then a else exact_sum(a, b) end`,
  `macro decimal_comma(v) as
     case when regexp_full_match(trim(v), '[+-]?([0-9]{1,3}(\\.[0-9]{3})+|[0-9]+),[0-9]+([eE][+-]?[0-9]{1,2})?')
       then replace(replace(v, '.', ''), ',', '.')
       when contains(v, '.') then 'a point where commas are expected'
       else v
     end`,
  // A cast to timestamp drops an offset silently: only texts without one take it.
  `macro is_plain_instant(v) as
     regexp_full_match(v, '[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z| UTC)?)?')`,
  `macro instant(v) as
     case when regexp_full_match(v, '[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z| UTC)?)?')
         then try_cast(v as timestamp)
       when regexp_full_match(v, '[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?[+-][0-9]{2}(:?[0-9]{2})?')
         then cast(try_cast(
           regexp_replace(regexp_replace(v, '([T ][0-9]{2}:[0-9]{2})([+-])', '\\1:00\\2'), '([+-][0-9]{2}):?([0-9]{2})$', '\\1:\\2')
           as timestamptz) as timestamp)
       when regexp_full_match(v, '[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}Z?')
         then try_strptime(left(replace(v, ' ', 'T'), 16), '%Y-%m-%dT%H:%M')
       when regexp_full_match(v, '[0-9]{8}')
         then try_strptime(v, '%Y%m%d')
     end`,
  `macro month_first_instant(v) as
     coalesce(instant(v),
       case when regexp_full_match(v, '[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}( [0-9]{2}:[0-9]{2}:[0-9]{2})?')
           then coalesce(try_strptime(v, '%m/%d/%Y'), try_strptime(v, '%m/%d/%Y %H:%M:%S'))
         when regexp_full_match(v, '[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}')
           then try_strptime(v, '%m/%d/%y')
       end)`,
  // The parser lets NaN, Infinity, trailing commas and escaped NULs pass, at which PostgreSQL stops.
  `macro is_json_object(v) as
     json_valid(v) and left(ltrim(v), 1) in ('{', '[')
       and not (regexp_matches(v, '(?i)nan|inf|,\\s*[}\\]]|\\\\u0000')
         and (contains(v, '\\u0000')
           or regexp_matches(regexp_replace(v, '"(\\\\.|[^"\\\\])*"', '""', 'g'), '(?i)nan|inf|,\\s*[}\\]]')))`,
];

/** Defines the functions in a new workspace. */
export async function defineMacros(workspace: Workspace): Promise<void> {
  for (const macro of MACROS) {
    await workspace.run(`create ${macro}`);
  }
}
