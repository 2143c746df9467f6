-- How often somebody called in a minute of the clock, for all instances together. Unlogged: after a crash everybody starts at nought.
create unlogged table call_counts (
  caller text not null,
  minute timestamptz not null,
  calls integer not null,
  primary key (caller, minute)
);
grant select, insert, update, delete on call_counts to inquiry_desk_app;
