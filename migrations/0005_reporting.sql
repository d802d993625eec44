-- What was published, and the rows behind each of its figures, with the fields that are fit for the public. Nobody
-- changes a publication: a new one is a new row, a withdrawal is a row beside it.
create schema reporting;
grant usage on schema reporting to chengji_app;

create table reporting.snapshot (
  tenant text collate "C" not null,
  id text collate "C" not null check (id ~ '^\d{4}-[a-z]+-\d+$'),
  document text collate "C" not null,
  title text not null,
  period text collate "C" not null,
  seal int not null,
  published_at timestamptz not null,
  published_by text collate "C" not null,
  body jsonb not null,
  -- The record in the ledger of publications: its entry holds the hash, so that the seals cover it.
  record uuid not null,
  hash text collate "C" not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (tenant, id),
  foreign key (tenant, seal) references ledger.seal (tenant, n)
);
create index snapshot_newest on reporting.snapshot (tenant, published_at desc, id);

create table reporting.snapshot_row (
  tenant text collate "C" not null,
  snapshot text collate "C" not null,
  figure text collate "C" not null,
  part text collate "C" not null check (part in ('num', 'den')),
  ordinal int not null,
  number text collate "C",
  class text not null,
  street text,
  received_on date,
  closed_on date,
  unit text,
  in_time boolean,
  on_day date not null,
  value bigint not null,
  amount text,
  primary key (tenant, snapshot, figure, part, ordinal),
  foreign key (tenant, snapshot) references reporting.snapshot (tenant, id)
);

create table reporting.withdrawal (
  tenant text collate "C" not null,
  snapshot text collate "C" not null,
  at timestamptz not null,
  by text collate "C" not null,
  reason text not null check (reason <> ''),
  primary key (tenant, snapshot),
  foreign key (tenant, snapshot) references reporting.snapshot (tenant, id)
);

do $$
declare name text;
begin
  foreach name in array array['snapshot', 'snapshot_row', 'withdrawal'] loop
    execute format('alter table reporting.%I enable row level security', name);
    execute format('alter table reporting.%I force row level security', name);
    execute format('create policy tenant on reporting.%I using (tenant = current_setting(''app.tenant'', true)) with check (tenant = current_setting(''app.tenant'', true))', name);
  end loop;
end $$;
grant select, insert on reporting.snapshot, reporting.snapshot_row, reporting.withdrawal to chengji_app;
