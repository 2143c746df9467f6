-- Who works here, their sessions, and sign-ins on their way through the identity provider.

create table people (
  id text primary key,
  issuer text not null,
  subject text not null,
  name text not null,
  email_address text not null,
  role text not null,
  first_sign_in_at timestamptz not null,
  last_sign_in_at timestamptz not null,
  unique (issuer, subject)
);

-- The secret in the cookie is kept as its SHA-256 alone.
create table sessions (
  id text primary key,
  secret_hash text not null unique,
  person_id text not null references people (id),
  role text not null check (role in ('reviewer', 'support', 'lead', 'auditor', 'admin')),
  created_at timestamptz not null,
  last_active_at timestamptz not null,
  idle_expires_at timestamptz not null,
  absolute_expires_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_in_force on sessions (person_id) where ended_at is null;
create index sessions_absolute_expires_at on sessions (absolute_expires_at);

-- Each is deleted when it is used, whatever comes of it.
create table sign_in_attempts (
  state_hash text primary key,
  browser_hash text not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  expires_at timestamptz not null
);
create index sign_in_attempts_expires_at on sign_in_attempts (expires_at);

grant select, insert, update on people to inquiry_desk_app;
grant select, insert, update, delete on sessions to inquiry_desk_app;
grant select, insert, delete on sign_in_attempts to inquiry_desk_app;
