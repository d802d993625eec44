-- The ledger engine: entries are the truth, a record is their sum.
create schema ledger;
grant usage on schema ledger to chengji_app;

create table ledger.record (
  tenant text collate "C" not null,
  id uuid not null,
  ledger text collate "C" not null,
  number text collate "C",
  state text collate "C" not null,
  title text not null,
  holder text collate "C",
  unit text collate "C" not null,
  grid text collate "C" not null,
  class text collate "C" not null,
  channel text collate "C" not null,
  occurred_at timestamptz not null,
  due_at timestamptz,
  closed_at timestamptz,
  late boolean not null,
  version int not null,
  head bytea not null,
  data jsonb not null,
  clocks jsonb not null,
  by jsonb not null,
  primary key (tenant, id)
) with (fillfactor = 85);
create unique index record_number on ledger.record (tenant, ledger, number);
-- An id is a uuid v7 of the moment the record occurred: the order of ids is the order of the lists. Each index carries
-- the other columns people filter by, so that two filters together are counted without visiting a record.
create index record_list on ledger.record (tenant, ledger, id) include (state, unit, class, grid, channel);
create index record_state on ledger.record (tenant, ledger, state, id) include (unit, class, grid, channel);
create index record_unit on ledger.record (tenant, ledger, unit, id) include (state, class, grid, channel);
create index record_class on ledger.record (tenant, ledger, class, id) include (state, unit, grid, channel);
create index record_grid on ledger.record (tenant, ledger, grid, id) include (state, unit, class, channel);
create index record_channel on ledger.record (tenant, ledger, channel, id) include (state, unit, class, grid);
create index record_open on ledger.record (tenant, ledger, id) where closed_at is null;
create index record_held on ledger.record (tenant, holder, due_at, id) where closed_at is null;
create index record_due on ledger.record (tenant, ledger, due_at, id) where due_at is not null;

create table ledger.entry (
  tenant text collate "C" not null,
  record uuid not null,
  seq int not null,
  ledger text collate "C" not null,
  move text collate "C" not null,
  actor text collate "C" not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  happened_on date not null,
  unit text collate "C" not null,
  grid text collate "C" not null,
  class text collate "C" not null,
  channel text collate "C" not null,
  in_time boolean,
  undoes int,
  epoch int not null,
  data jsonb not null,
  effect jsonb not null,
  hash bytea not null,
  primary key (tenant, record, seq)
) with (autovacuum_vacuum_insert_scale_factor = 0.02);
create index entry_day on ledger.entry (tenant, ledger, happened_on, move) include (record, seq, in_time, unit, grid, class, channel);
create index entry_move on ledger.entry (tenant, ledger, move, happened_on) include (epoch, record, seq, in_time, unit, class, channel);
create index entry_undo on ledger.entry (tenant, record, undoes) include (epoch) where undoes is not null;
create index entry_epoch on ledger.entry (tenant, epoch, recorded_at, record, seq);

create table ledger.gram (
  tenant text collate "C" not null,
  ledger text collate "C" not null,
  gram text collate "C" not null,
  record uuid not null,
  primary key (tenant, ledger, gram, record)
) with (autovacuum_vacuum_insert_scale_factor = 0.02);

create table ledger.facet (
  tenant text collate "C" not null,
  ledger text collate "C" not null,
  field text collate "C" not null,
  record uuid not null,
  text_value text collate "C",
  int_value bigint,
  primary key (tenant, record, field)
);
create index facet_text on ledger.facet (tenant, ledger, field, text_value, record);
create index facet_int on ledger.facet (tenant, ledger, field, int_value, record);

create table ledger.secret (
  tenant text collate "C" not null,
  record uuid not null,
  field text collate "C" not null,
  seq int not null,
  salt text not null,
  value jsonb not null,
  primary key (tenant, record, field, seq)
);

create table ledger.counter (
  tenant text collate "C" not null,
  series text collate "C" not null,
  year int not null,
  last int not null,
  primary key (tenant, series, year)
) with (fillfactor = 50);

create table ledger.request (
  tenant text collate "C" not null,
  key text collate "C" not null,
  person text collate "C" not null,
  record uuid not null,
  seq int not null,
  primary key (tenant, key)
);

create table ledger.epoch (
  tenant text collate "C" primary key,
  n int not null
);
create table ledger.seal (
  tenant text collate "C" not null,
  n int not null,
  at timestamptz not null,
  entries int not null,
  previous bytea not null,
  hash bytea not null,
  key_id text not null,
  signature bytea not null,
  primary key (tenant, n)
);

do $$
declare name text;
begin
  foreach name in array array['record', 'entry', 'gram', 'facet', 'secret', 'counter', 'request', 'epoch', 'seal'] loop
    execute format('alter table ledger.%I enable row level security', name);
    execute format('alter table ledger.%I force row level security', name);
    execute format('create policy tenant on ledger.%I using (tenant = current_setting(''app.tenant'', true)) with check (tenant = current_setting(''app.tenant'', true))', name);
  end loop;
end $$;

-- Nobody changes or removes an entry or a seal; a record and a counter change only by adding entries.
grant select, insert on ledger.entry, ledger.seal, ledger.request to chengji_app;
grant select, insert, update on ledger.record, ledger.counter, ledger.epoch to chengji_app;
grant select, insert, delete on ledger.gram, ledger.secret to chengji_app;
grant select, insert, update, delete on ledger.facet to chengji_app;
