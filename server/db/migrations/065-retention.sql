-- What is done by a schedule, for all instances together: whoever takes a task that is due has it until `taken_until`.
create table scheduled_tasks (
  name text primary key,
  due_at timestamptz not null,
  taken_by uuid,
  taken_until timestamptz,
  done_at timestamptz,
  failed_at timestamptz
);
grant select, insert, update on scheduled_tasks to inquiry_desk_app;

-- Of which accounts and inquiries Persona has redacted, what the desk kept was erased. IDs alone.
create table erasures (
  object_id text primary key,
  object_type text not null check (object_type in ('account', 'inquiry')),
  erased_at timestamptz not null
);
grant select, insert, update on erasures to inquiry_desk_app;

create index inquiry_states_redacted on inquiry_states (inquiry_id) where redacted;
create index inquiry_states_account on inquiry_states (account_id) where account_id is not null;
create index inquiry_states_observed_at on inquiry_states (observed_at);
create index webhook_events_redacted on webhook_events (object_id) where name in ('account.redacted', 'inquiry.redacted');
create index issued_links_issued_at on issued_links (issued_at);
create index people_last_sign_in_at on people (last_sign_in_at);

grant delete on people, issued_links, partner_tokens to inquiry_desk_app;
