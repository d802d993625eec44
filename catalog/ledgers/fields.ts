/** The kinds of field a ledger is made of. */
export {
  choice,
  date,
  integer,
  limit,
  longText,
  money,
  person,
  photos,
  point,
  quantity,
  ref,
  text,
  unit,
  yes,
} from '../../modules/ledger/index.ts'
