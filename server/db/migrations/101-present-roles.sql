-- What the identity provider last said that somebody is: null once it gives them no role any more.
alter table people alter column role drop not null;
