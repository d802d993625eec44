-- Every count names its moves: one index of moves and days serves the recount, the drill and the figure as of a seal, and
-- each entry is written to one index less.
drop index ledger.entry_day;
drop index ledger.entry_move;
create index entry_move on ledger.entry (tenant, ledger, move, happened_on) include (epoch, record, seq, in_time, unit, grid, class, channel);
-- A facet is a text or an integer, never both.
drop index ledger.facet_text;
drop index ledger.facet_int;
create index facet_text on ledger.facet (tenant, ledger, field, text_value, record) where text_value is not null;
create index facet_int on ledger.facet (tenant, ledger, field, int_value, record) where int_value is not null;
