-- What the identity provider calls a session, so that it can end it; and what the desk asks the provider with from time to time.
alter table sessions add column provider_session text;
create index sessions_provider_session on sessions (provider_session) where ended_at is null and provider_session is not null;

-- Tokens are sealed with a key that is not in the database. A row goes when its session ends.
create table session_checks (
  session_id text primary key references sessions (id) on delete cascade,
  tokens text not null,
  role_source text not null check (role_source in ('id-token', 'user-info')),
  due_at timestamptz not null,
  failing boolean not null default false
);
create index session_checks_due_at on session_checks (due_at);

-- Logout tokens that were used: each counts once.
create table used_logout_tokens (
  token_hash text primary key,
  expires_at timestamptz not null
);
create index used_logout_tokens_expires_at on used_logout_tokens (expires_at);

grant select, insert, update, delete on session_checks to inquiry_desk_app;
grant select, insert, delete on used_logout_tokens to inquiry_desk_app;
