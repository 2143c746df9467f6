-- By what a link or session token is known again: keyed hashes of the code, of its short form, or of the token. Without the key, which is
-- not in the database, they tell nothing.
alter table issued_links add column secret_hashes text[] not null default '{}';
create index issued_links_by_secret on issued_links using gin (secret_hashes);
