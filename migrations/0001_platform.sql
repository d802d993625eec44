-- What every module stands on. Each table with a tenant is closed to the other tenants by row-level security, also for
-- its owner; the two without one (tenant, migration) stand in the list that a test reads.
create schema platform;

create table platform.migration (
  name text collate "C" primary key,
  hash text not null,
  applied_at timestamptz not null default clock_timestamp()
);

create table platform.tenant (
  tenant text collate "C" primary key check (tenant ~ '^\d{6}(\d{2})?$'),
  title text not null check (title <> ''),
  short text not null check (short <> ''),
  demo boolean not null default false
);

-- Written in the transaction of the change it tells of; a consumer makes jobs of the rows, in batches, and deletes them.
-- No foreign key to the tenant: checking it would have every move of a bureau lock the same row.
create table platform.outbox (
  tenant text collate "C" not null,
  id uuid not null,
  name text collate "C" not null,
  body jsonb not null,
  at timestamptz not null default clock_timestamp(),
  primary key (tenant, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

create table platform.session (
  tenant text collate "C" not null references platform.tenant,
  id_hash bytea not null,
  person text collate "C" not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  csrf text not null,
  primary key (tenant, id_hash)
);
create index session_person on platform.session (tenant, person);
create index session_expires on platform.session (tenant, expires_at);

-- The bytes lie in the data folder under tenant and hash; this says what they are.
create table platform.file (
  tenant text collate "C" not null references platform.tenant,
  hash text collate "C" not null check (hash ~ '^[0-9a-f]{64}$'),
  name text not null,
  type text not null,
  size integer not null check (size >= 0),
  uploaded_by text collate "C" not null,
  at timestamptz not null default clock_timestamp(),
  primary key (tenant, hash)
);

alter table platform.outbox enable row level security;
alter table platform.outbox force row level security;
create policy tenant on platform.outbox
  using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true));

alter table platform.session enable row level security;
alter table platform.session force row level security;
create policy tenant on platform.session
  using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true));

alter table platform.file enable row level security;
alter table platform.file force row level security;
create policy tenant on platform.file
  using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true));

grant usage on schema platform to chengji_app;
grant select, insert on platform.tenant to chengji_app;
grant select, insert, update, delete on platform.outbox, platform.session, platform.file to chengji_app;
