-- A report is frozen when it is submitted and public once somebody else has agreed. What was published before was both at once.
alter table reporting.snapshot rename column published_at to submitted_at;
alter table reporting.snapshot rename column published_by to submitted_by;

create table reporting.decision (
  tenant text collate "C" not null,
  snapshot text collate "C" not null,
  approved boolean not null,
  at timestamptz not null,
  by text collate "C" not null,
  reason text,
  primary key (tenant, snapshot),
  foreign key (tenant, snapshot) references reporting.snapshot (tenant, id),
  check (approved or reason <> '')
);

alter table reporting.snapshot no force row level security;
insert into reporting.decision (tenant, snapshot, approved, at, by)
select tenant, id, true, submitted_at, submitted_by from reporting.snapshot;
alter table reporting.snapshot force row level security;

alter table reporting.decision enable row level security;
alter table reporting.decision force row level security;
create policy tenant on reporting.decision using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true));
grant select, insert on reporting.decision to chengji_app;
