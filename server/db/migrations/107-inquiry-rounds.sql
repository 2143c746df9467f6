-- How far the index has gone through Persona's list of inquiries, newest first. The first round that is done makes it whole; those that follow
-- find what webhooks missed. One at a time is under way, by one instance at a time, and goes on where a stopped one left off.
create table inquiry_rounds (
  number bigint generated always as identity primary key,
  started_at timestamptz not null,
  -- The inquiry that the next page follows; null at the beginning.
  after text,
  -- When the last one on the last page was created.
  reached_at timestamptz,
  pages integer not null default 0,
  inquiries integer not null default 0,
  -- How many of them had changed without the desk having heard of it.
  missed integer not null default 0,
  next_page_at timestamptz not null,
  holder uuid,
  lease_until timestamptz,
  -- When the last page could not be read; null once one could again.
  failed_at timestamptz,
  done_at timestamptz
);
create unique index inquiry_rounds_one_open on inquiry_rounds ((true)) where done_at is null;
create index inquiry_rounds_done on inquiry_rounds (done_at desc) where done_at is not null;
grant select, insert, update, delete on inquiry_rounds to inquiry_desk_app;
