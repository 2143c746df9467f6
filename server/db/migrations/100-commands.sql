-- What stands in the audit entry of a write beside what the desk finds out, by name.
alter table persona_writes add column details json;

-- Decisions: held, compared with what is, sent once. `is_open` while it may still be sent, or nobody knows what became of it: then no other
-- can be taken on the inquiry. That is the lock, and all instances share it.
create table decisions (
  sequence bigint generated always as identity primary key,
  id text not null unique,
  -- Who meant it, and under which key: a hash.
  intent text not null unique,
  -- Of what was asked.
  fingerprint text not null,
  -- Of the write that it becomes.
  write_intent text not null unique,
  inquiry_id text not null,
  action text not null,
  reasons json not null,
  comment text,
  by json not null,
  by_id text generated always as (by ->> 'id') stored,
  seen json not null,
  state text not null check (state in ('held', 'checking', 'sending', 'confirmed', 'refused', 'stopped', 'taken-back', 'unknown')),
  is_open boolean not null,
  hold_seconds integer not null,
  sends_at timestamptz,
  paused_at timestamptz,
  -- Which instance is at it, and until when the others leave it alone.
  holder uuid,
  lease_until timestamptz,
  tries integer not null default 0,
  status_after text,
  why text,
  difference json not null default '[]',
  -- Tags that the inquiry has yet to get.
  tags_due text[] not null default '{}',
  request_id text,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
comment on column decisions.comment is 'Personal, perhaps: erased when the inquiry is redacted.';
create unique index decisions_one_open on decisions (inquiry_id) where is_open;
create index decisions_due on decisions (state, coalesce(lease_until, sends_at, paused_at)) where is_open;
create index decisions_tags_due on decisions (lease_until) where tags_due <> '{}';
create index decisions_open on decisions (sequence desc) where is_open;
create index decisions_by_inquiry on decisions (inquiry_id, sequence desc);
create index decisions_by_person on decisions (by_id, sequence desc);
create index decisions_by_state on decisions (state, sequence desc);
create index decisions_by_change on decisions (changed_at);
grant select, insert, update, delete on decisions to inquiry_desk_app;

-- Ways back in: resumed where it had expired, then the link or token. What was made is kept nowhere.
create table restorations (
  id text primary key,
  intent text not null unique,
  fingerprint text not null,
  inquiry_id text not null,
  kind text not null check (kind in ('link', 'sdk-token')),
  expires_in_seconds integer,
  by json not null,
  -- Null where nobody looked: a system of the company asks for whatever is.
  seen json,
  state text not null check (state in ('checking', 'resuming', 'linking', 'done', 'refused', 'stopped', 'unknown')),
  is_open boolean not null,
  resumed boolean not null default false,
  holder uuid,
  lease_until timestamptz,
  tries integer not null default 0,
  request_id text,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create unique index restorations_one_open on restorations (inquiry_id) where is_open;
create index restorations_due on restorations (lease_until) where is_open;
create index restorations_by_change on restorations (changed_at);
grant select, insert, update, delete on restorations to inquiry_desk_app;
