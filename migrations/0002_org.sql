-- Who works where, since when, in which role; on which ground and by which calendar. What changes a result is a dated or
-- numbered row and is never overwritten: the application may only close such a row (set its last day).
create schema org;

-- Raised by every change of a bureau's organisation: processes that keep it in memory ask for this one number.
create table org.revision (
  tenant text collate "C" primary key references platform.tenant,
  n integer not null
);

create table org.unit (
  tenant text collate "C" not null references platform.tenant,
  id text collate "C" not null check (id ~ '^[a-z0-9-]{1,40}$'),
  parent text collate "C",
  name text not null check (name <> ''),
  kind text collate "C" not null check (kind in ('bureau', 'centre', 'office', 'department', 'team', 'external')),
  sort integer not null default 0,
  active boolean not null default true,
  primary key (tenant, id),
  foreign key (tenant, parent) references org.unit (tenant, id)
);
create unique index unit_top on org.unit (tenant) where parent is null;

create table org.person (
  tenant text collate "C" not null references platform.tenant,
  id text collate "C" not null check (id ~ '^[a-z0-9-]{1,40}$'),
  name text not null check (name <> ''),
  unit text collate "C" not null,
  phone text,
  active boolean not null default true,
  primary key (tenant, id),
  foreign key (tenant, unit) references org.unit (tenant, id)
);

-- The name people sign in with. A demonstration account's password is known to all.
create table org.account (
  tenant text collate "C" not null references platform.tenant,
  account text collate "C" not null check (account ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  person text collate "C" not null,
  password_hash text not null,
  demo boolean not null default false,
  changed_at timestamptz not null,
  primary key (tenant, account),
  foreign key (tenant, person) references org.person (tenant, id)
);
create index account_person on org.account (tenant, person);

create table org.role_grant (
  tenant text collate "C" not null references platform.tenant,
  person text collate "C" not null,
  role text collate "C" not null,
  unit text collate "C" not null,
  from_on date not null,
  to_on date,
  primary key (tenant, person, role, unit, from_on),
  foreign key (tenant, person) references org.person (tenant, id),
  foreign key (tenant, unit) references org.unit (tenant, id)
);

-- Times are of Shanghai; an end at or before the start is the next morning.
create table org.shift (
  tenant text collate "C" not null references platform.tenant,
  id text collate "C" not null check (id ~ '^[a-z0-9-]{1,40}$'),
  name text not null check (name <> ''),
  start_time text collate "C" not null check (start_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  end_time text collate "C" not null check (end_time ~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$'),
  days text collate "C" not null check (days in ('every', 'working') or days ~ '^[1-7]{1,7}$'),
  primary key (tenant, id)
);

create table org.duty (
  tenant text collate "C" not null references platform.tenant,
  person text collate "C" not null,
  shift text collate "C" not null,
  from_on date not null,
  to_on date check (to_on >= from_on),
  primary key (tenant, person, shift, from_on),
  foreign key (tenant, person) references org.person (tenant, id),
  foreign key (tenant, shift) references org.shift (tenant, id)
);

-- The ground, from the boundary down to the unit grids. Geometry is GeoJSON in CGCS2000 degrees; points are located in
-- memory, since no spatial index serves behind row-level security.
create table org.area (
  tenant text collate "C" not null references platform.tenant,
  code text collate "C" not null check (code ~ '^[0-9A-Za-z-]{1,40}$'),
  version integer not null,
  from_on date not null,
  to_on date,
  kind text collate "C" not null check (kind in ('boundary', 'river', 'street', 'area', 'community', 'grid')),
  name text not null check (name <> ''),
  parent text collate "C",
  unit text collate "C",
  geometry jsonb not null,
  primary key (tenant, code, version),
  foreign key (tenant, unit) references org.unit (tenant, id)
);
create unique index area_open on org.area (tenant, code) where to_on is null;

-- Who looks after an area in which role: a collector's grid.
create table org.keeper (
  tenant text collate "C" not null references platform.tenant,
  area text collate "C" not null,
  role text collate "C" not null,
  person text collate "C" not null,
  from_on date not null,
  to_on date,
  primary key (tenant, area, role, person, from_on),
  foreign key (tenant, person) references org.person (tenant, id)
);
create index keeper_person on org.keeper (tenant, person);

-- The newest version of a day counts; the years that are known stand apart, since a year without a row is not a year
-- without holidays.
create table org.calendar_day (
  tenant text collate "C" not null references platform.tenant,
  day date not null,
  version integer not null,
  working boolean not null,
  name text not null,
  reason text not null,
  by text collate "C" not null,
  at timestamptz not null,
  primary key (tenant, day, version)
);

create table org.calendar_year (
  tenant text collate "C" not null references platform.tenant,
  year integer not null check (year between 1949 and 2200),
  source text not null check (source <> ''),
  by text collate "C" not null,
  at timestamptz not null,
  primary key (tenant, year)
);

create table org.working_hours (
  tenant text collate "C" not null references platform.tenant,
  version integer not null,
  hours jsonb not null,
  by text collate "C" not null,
  at timestamptz not null,
  primary key (tenant, version)
);

-- Who signed in, and who changed what about people, roles, ground and calendar (网络安全法 21: kept six months at least).
create table org.log (
  tenant text collate "C" not null references platform.tenant,
  id uuid not null,
  at timestamptz not null,
  by text collate "C" not null,
  what text collate "C" not null,
  sentence text not null,
  about jsonb not null,
  primary key (tenant, id)
);

alter table org.revision enable row level security;
alter table org.revision force row level security;
create policy tenant on org.revision
  using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true));

alter table org.unit enable row level security;
alter table org.unit force row level security;
create policy tenant on org.unit
  using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true));

alter table org.person enable row level security;
alter table org.person force row level security;
create policy tenant on org.person
  using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true));

alter table org.account enable row level security;
alter table org.account force row level security;
create policy tenant on org.account
  using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true));

alter table org.role_grant enable row level security;
alter table org.role_grant force row level security;
create policy tenant on org.role_grant
  using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true));

alter table org.shift enable row level security;
alter table org.shift force row level security;
create policy tenant on org.shift
  using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true));

alter table org.duty enable row level security;
alter table org.duty force row level security;
create policy tenant on org.duty
  using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true));

alter table org.area enable row level security;
alter table org.area force row level security;
create policy tenant on org.area
  using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true));

alter table org.keeper enable row level security;
alter table org.keeper force row level security;
create policy tenant on org.keeper
  using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true));

alter table org.calendar_day enable row level security;
alter table org.calendar_day force row level security;
create policy tenant on org.calendar_day
  using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true));

alter table org.calendar_year enable row level security;
alter table org.calendar_year force row level security;
create policy tenant on org.calendar_year
  using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true));

alter table org.working_hours enable row level security;
alter table org.working_hours force row level security;
create policy tenant on org.working_hours
  using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true));

alter table org.log enable row level security;
alter table org.log force row level security;
create policy tenant on org.log
  using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true));

grant usage on schema org to chengji_app;
grant select, insert on
  org.revision, org.unit, org.person, org.account, org.role_grant, org.shift, org.duty, org.area, org.keeper,
  org.calendar_day, org.calendar_year, org.working_hours, org.log
  to chengji_app;
grant update (n) on org.revision to chengji_app;
grant update (parent, name, kind, sort, active) on org.unit to chengji_app;
grant update (name, unit, phone, active) on org.person to chengji_app;
grant update (password_hash, changed_at) on org.account to chengji_app;
grant delete on org.account to chengji_app;
grant update (to_on) on org.role_grant, org.duty, org.area, org.keeper to chengji_app;
