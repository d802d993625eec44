-- Counts of whole days, replaced when anything of the day changes; always parts, never ratios.
create schema metrics;
grant usage on schema metrics to chengji_app;

create table metrics.day_by (
  tenant text collate "C" not null,
  metric text collate "C" not null,
  dim text collate "C" not null,
  key text collate "C" not null,
  day date not null,
  num bigint not null,
  den bigint not null,
  primary key (tenant, metric, dim, day, key)
);
-- Days whose counts no longer say what the entries say.
create table metrics.dirty_day (
  tenant text collate "C" not null,
  ledger text collate "C" not null,
  day date not null,
  primary key (tenant, ledger, day)
);

do $$
declare name text;
begin
  foreach name in array array['day_by', 'dirty_day'] loop
    execute format('alter table metrics.%I enable row level security', name);
    execute format('alter table metrics.%I force row level security', name);
    execute format('create policy tenant on metrics.%I using (tenant = current_setting(''app.tenant'', true)) with check (tenant = current_setting(''app.tenant'', true))', name);
  end loop;
end $$;
grant select, insert, update, delete on metrics.day_by, metrics.dirty_day to chengji_app;
