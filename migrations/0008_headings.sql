-- What a bureau's own tables call the columns of a ledger, as somebody said when one was imported; no field: left out.
create table ledger.heading (
  tenant text collate "C" not null,
  ledger text collate "C" not null,
  label text not null,
  field text collate "C",
  primary key (tenant, ledger, label)
);
alter table ledger.heading enable row level security;
alter table ledger.heading force row level security;
create policy tenant on ledger.heading using (tenant = current_setting('app.tenant', true)) with check (tenant = current_setting('app.tenant', true));
grant select, insert, update on ledger.heading to chengji_app;
