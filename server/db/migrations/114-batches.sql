-- Batches: one decision, or one snooze, that is meant for many inquiries. What becomes of each is a decision of its own.
create table batches (
  sequence bigint generated always as identity primary key,
  id text not null unique,
  -- Who meant it, and under which key: a hash.
  intent text not null unique,
  -- Of what was asked.
  fingerprint text not null,
  action text not null check (action in ('approve', 'decline', 'markForReview', 'snooze')),
  reasons json not null,
  comment text,
  until timestamptz,
  until_user_acts boolean not null,
  by json not null,
  by_id text generated always as (by ->> 'id') stored,
  state text not null check (state in ('held', 'running', 'paused', 'done', 'stopped', 'taken-back')),
  hold_seconds integer not null,
  starts_at timestamptz not null,
  -- Which instance is at it, and until when the others leave it alone.
  holder uuid,
  lease_until timestamptz not null,
  request_id text,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
comment on column batches.comment is 'Personal, perhaps: erased when one of its inquiries is redacted.';
create index batches_due on batches (lease_until) where state in ('held', 'running');
create index batches_by_person on batches (by_id, sequence desc);
create index batches_by_change on batches (changed_at);
-- An item waits while it has neither a decision nor an outcome. Its decision is linked in the transaction that takes it.
create table batch_items (
  batch_id text not null references batches (id) on delete cascade,
  position integer not null,
  inquiry_id text not null,
  seen json not null,
  override boolean not null,
  decision_id text,
  outcome text check (outcome in ('done', 'refused', 'left-out')),
  why text,
  primary key (batch_id, position),
  unique (batch_id, inquiry_id),
  check (decision_id is null or outcome is null)
);
create index batch_items_waiting on batch_items (batch_id, position) where decision_id is null and outcome is null;
create index batch_items_by_inquiry on batch_items (inquiry_id);
-- Of which batch it is; its own list tells of it.
alter table decisions add column batch_id text;
grant select, insert, update, delete on batches, batch_items to inquiry_desk_app;
