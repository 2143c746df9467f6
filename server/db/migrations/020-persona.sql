-- How many calls Persona still takes in the window that runs, for all instances together. One row per environment of the API key.
create table persona_budget (
  environment text primary key,
  capacity integer not null,
  remaining integer not null,
  resets_at timestamptz not null
);
comment on column persona_budget.capacity is 'Calls the desk may make in a window: what is configured, or less where Persona allows less.';

-- Every write that was sent to Persona or is about to be. What a stopped instance left in the middle is finished by another.
create table persona_writes (
  id uuid primary key,
  -- Who meant it, and under which key: a hash. The same intent is one write, however often it arrives.
  intent text not null unique,
  actor json not null,
  operation text not null,
  path text not null,
  query text not null,
  -- Only while it is being sent: it may hold personal data.
  body text,
  fingerprint text not null,
  idempotency_key text not null,
  subject_type text,
  subject_id text,
  status_before text,
  reason text,
  state text not null check (state in ('sending', 'answered', 'unknown')),
  instance uuid not null,
  lease_until timestamptz not null,
  request_id text,
  answer_status integer,
  created_at timestamptz not null,
  answered_at timestamptz,
  check (state = 'sending' or (body is null and reason is null))
);
create index persona_writes_sending on persona_writes (lease_until) where state = 'sending';
create index persona_writes_subject on persona_writes (subject_id, created_at);
create index persona_writes_created_at on persona_writes (created_at);

grant select, insert, update on persona_budget to inquiry_desk_app;
grant select, insert, update, delete on persona_writes to inquiry_desk_app;
