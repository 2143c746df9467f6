-- How often somebody was refused in a minute of the clock, for all instances together. The first few are entries of the audit log; the rest
-- is summed into one when the minute is over, and the row goes.
create table audit_refusals (
  actor_type text not null,
  actor_id text not null,
  minute timestamptz not null,
  actor json not null,
  attempts integer not null,
  -- of those that are no entries
  actions text[] not null default '{}',
  primary key (actor_type, actor_id, minute)
);
create index audit_refusals_by_minute on audit_refusals (minute);
grant select, insert, update, delete on audit_refusals to inquiry_desk_app;
