-- A year of one class is read by itself, not sought among all classes of each day. A recount writes only what has changed,
-- and so seldom to this index.
create index day_by_key on metrics.day_by (tenant, metric, dim, key, day) include (num, den);
