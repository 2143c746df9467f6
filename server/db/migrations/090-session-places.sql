-- Where a session was begun, for the list of who is signed in: personal data, deleted with the session.
alter table sessions
  add column address text,
  add column browser text;
create index sessions_last_active on sessions (last_active_at desc) where ended_at is null;
