-- Who is working on what: a lease that lapses unless it is put again. `holding` is new whenever the holder changes.
create table claims (
  inquiry_id text primary key,
  holding text not null,
  user_id text not null,
  user_name text not null,
  user_email_address text not null,
  claimed_at timestamptz not null,
  expires_at timestamptz not null,
  -- whom it was taken from, if it was
  taken_from_id text,
  taken_from_name text
);
create index claims_by_end on claims (expires_at);
grant select, insert, update, delete on claims to inquiry_desk_app;

-- The links and session tokens issued from this desk. The links themselves are kept nowhere.
create table issued_links (
  sequence bigint generated always as identity primary key,
  id text not null unique,
  kind text not null,
  inquiry_id text not null,
  issued_by json not null,
  issued_by_id text generated always as (issued_by ->> 'id') stored,
  issued_at timestamptz not null,
  expires_at timestamptz,
  superseded_at timestamptz
);
create index issued_links_by_inquiry on issued_links (inquiry_id, sequence desc);
create index issued_links_by_issuer on issued_links (issued_by_id, sequence desc);
grant select, insert on issued_links to inquiry_desk_app;
grant update (superseded_at) on issued_links to inquiry_desk_app;

-- Every version a setting ever had; without one, the defaults of the application hold.
create table setting_versions (
  key text not null,
  version int not null check (version > 0),
  value json not null,
  note text,
  changed_by_id text not null,
  changed_by_name text not null,
  changed_by_email_address text not null,
  changed_at timestamptz not null,
  primary key (key, version)
);
grant select, insert on setting_versions to inquiry_desk_app;

-- Searches by name. `name_key` is the name as it is compared: two views of one person, or two shared ones, may not look the same.
create table saved_views (
  id text primary key,
  screen text not null,
  name text not null,
  name_key text not null,
  search text not null,
  shared boolean not null,
  owner_id text not null,
  owner_name text not null,
  owner_email_address text not null,
  updated_at timestamptz not null,
  -- A reference ID stands for one person, who must not become a name on a colleague's list.
  constraint saved_views_shared_of_nobody check (not shared or search !~* '(^|&)(reference(-id)?|account|note)(=|&|$)')
);
create unique index saved_views_of_owner on saved_views (owner_id, screen, name_key);
create unique index saved_views_shared on saved_views (screen, name_key) where shared;
grant select, insert, update, delete on saved_views to inquiry_desk_app;
