-- What Persona's webhooks told, the last known state of every inquiry, what open screens are told, and the tokens of the company's own systems.

-- One row per event ID, so that a repeated delivery changes nothing. Never the payload: it is full of personal data.
create table webhook_events (
  event_id text primary key,
  name text not null,
  object_type text,
  object_id text,
  created_at timestamptz,
  received_at timestamptz not null,
  attempts integer not null default 1
);
create index webhook_events_received_at on webhook_events (received_at);

create table inquiry_states (
  inquiry_id text primary key,
  reference_id text,
  reference_key text,
  inquiry_template_id text,
  account_id text,
  status text not null,
  redacted boolean not null,
  status_since timestamptz,
  created_at timestamptz,
  persona_updated_at timestamptz not null,
  source text not null check (source in ('read', 'webhook', 'write')),
  told_at timestamptz not null,
  observed_at timestamptz not null
);
comment on column inquiry_states.reference_key is 'reference_id in lower case: Persona compares without regard to case.';
comment on column inquiry_states.told_at is 'When what is stored here was so; decides between two sources of the same persona_updated_at.';
comment on column inquiry_states.observed_at is 'When anything was last heard of the inquiry, be it news or not.';
create index inquiry_states_reference_key on inquiry_states (reference_key) where reference_key is not null;

-- When all inquiries of a reference ID were last read from Persona. By hash: the ID of somebody who has no inquiry is not kept.
create table standing_reads (
  reference_hash text primary key,
  read_at timestamptz not null
);
create index standing_reads_read_at on standing_reads (read_at);

-- The order of seq is the order of commits: whoever inserts holds an advisory lock until the commit.
create table pushes (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  change json not null,
  roles text[]
);
-- Up to which seq pushes were deleted: who heard less has missed something. No row before the first deletion.
create table push_horizon (
  only_row boolean primary key default true check (only_row),
  pruned_through bigint not null
);

create table partner_tokens (
  id text primary key,
  name text not null,
  token_hash text not null unique,
  ending text not null,
  scopes text[] not null,
  created_by json not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);

grant select, insert, update, delete on webhook_events, inquiry_states, standing_reads to inquiry_desk_app;
grant select, insert, delete on pushes to inquiry_desk_app;
grant select, insert, update on push_horizon to inquiry_desk_app;
grant select, insert, update on partner_tokens to inquiry_desk_app;
