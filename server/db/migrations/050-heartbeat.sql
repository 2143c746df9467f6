-- Written every few seconds by every instance, so that a database that takes no changes is noticed before somebody needs it.
create table heartbeat (
  only_row boolean primary key default true check (only_row),
  beat_at timestamptz not null
);
grant select, insert, update on heartbeat to inquiry_desk_app;
