-- Every count names its moves: one index of moves and days serves the recount, the drill and the figure as of a seal, and
-- each entry is written to one index less.
drop index ledger.entry_day;
drop index ledger.entry_move;
create index entry_move on ledger.entry (tenant, ledger, move, happened_on) include (epoch, record, seq, in_time, unit, grid, class, channel);
